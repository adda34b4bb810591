// Every form that somebody types in is kept on the disk while it is open, by itself or by the form it is part of; for the few that are not,
// the reason stands here. A new form in neither list fails.
import { describe, expect, it } from 'vitest'
import { isTypedIn, keepsTyping } from '../config/typing.ts'
import { readSources } from '../config/sources.ts'
import { draftPlace } from '../../src/screens/today/draftPlace.ts'

const sources = new Map(readSources().map((source) => [source.path, source]))

/** Part of a form: the file that keeps it. */
const partOf: Record<string, string> = {
  'screens/calls/CallFollows.svelte': 'screens/calls/callDesk.svelte.ts',
  'screens/calls/CallNumber.svelte': 'screens/calls/callDesk.svelte.ts',
  'screens/calls/CallOutcomes.svelte': 'screens/calls/callDesk.svelte.ts',
  'screens/calls/WhenSheet.svelte': 'screens/calls/callDesk.svelte.ts',
  'screens/contacts/BusinessFields.svelte': 'screens/contacts/ContactSheet.svelte',
  'screens/contacts/CompanyChoice.svelte': 'screens/contacts/NewContactSheet.svelte',
  'screens/contacts/EmailField.svelte': 'screens/contacts/ContactSheet.svelte',
  'screens/contacts/NameFields.svelte': 'screens/contacts/ContactSheet.svelte',
  'screens/contacts/NameParts.svelte': 'screens/contacts/ContactSheet.svelte',
  'screens/contacts/ReachFields.svelte': 'screens/contacts/ContactSheet.svelte',
  'screens/contacts/RoleFields.svelte': 'screens/contacts/ContactSheet.svelte',
  'screens/files/ImportAlso.svelte': 'screens/files/importWizard.svelte.ts',
  'screens/files/ImportColumns.svelte': 'screens/files/importWizard.svelte.ts',
  'screens/files/ImportRowMend.svelte': 'screens/files/importWizard.svelte.ts',
  'screens/pieces/CompanyFields.svelte': 'screens/settings/CompanyPart.svelte',
  'screens/pieces/InteractionMore.svelte': 'screens/pieces/interactionForm.svelte.ts',
  'screens/pieces/InteractionSheet.svelte': 'screens/pieces/interactionForm.svelte.ts',
  'screens/pieces/LetterMaker.svelte': 'screens/pieces/letterMaking.svelte.ts',
  'screens/pieces/LetterNames.svelte': 'screens/pieces/letterMaking.svelte.ts',
  'screens/pieces/criteria/DayChoice.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/criteria/PurchaseWhereForm.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/criteria/RuleFilter.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/criteria/RuleHistory.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/criteria/RuleNumber.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/criteria/RuleTexts.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/criteria/SpanChoice.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/criteria/AsOfSheet.svelte': 'screens/pieces/criteria/recipeEditor.svelte.ts',
  'screens/pieces/Questions.svelte': 'screens/segments/QuestionsSheet.svelte',
  'screens/pieces/opportunities/OpportunityFields.svelte': 'screens/pieces/opportunities/OpportunitySheet.svelte',
  'screens/pieces/tasks/TaskFields.svelte': 'screens/pieces/tasks/TaskSheet.svelte',
  'screens/pieces/writing/SheetSettingsLines.svelte': 'screens/pieces/writing/letterDraft.svelte.ts',
  'screens/pieces/writing/SheetSettingsLogo.svelte': 'screens/pieces/writing/letterDraft.svelte.ts',
  'screens/responses/RespondPerson.svelte': 'screens/responses/responding.svelte.ts',
  'screens/segments/CoverSheetsPanel.svelte': 'screens/segments/mailMaking.svelte.ts',
  'screens/segments/EnvelopesPanel.svelte': 'screens/segments/mailMaking.svelte.ts',
  'screens/segments/FieldEditor.svelte': 'screens/segments/LineFieldSheet.svelte',
  'screens/segments/LabelsPanel.svelte': 'screens/segments/mailMaking.svelte.ts',
  'screens/segments/LogSheet.svelte': 'screens/segments/logFollows.svelte.ts',
  'screens/segments/LogTasks.svelte': 'screens/segments/logFollows.svelte.ts',
  'screens/settings/PaceCadence.svelte': 'screens/settings/settingsForm.svelte.ts',
  'screens/settings/QuestionAnswers.svelte': 'screens/settings/QuestionSheet.svelte',
  'screens/settings/RatingPoints.svelte': 'screens/settings/QuestionSheet.svelte',
  'screens/start/TabletStep.svelte': 'screens/start/FirstStart.svelte',
  'screens/templates/NewTemplateSheet.svelte': 'screens/templates/newTemplate.svelte.ts',
  'screens/templates/TemplateFields.svelte': 'screens/templates/TemplateEditor.svelte',
}

const search = 'what is searched for is no work that could be lost'
const deliberate = 'it is typed on purpose each time, so that nothing is deleted by mistake'
const secret = 'a password is never written to the disk'
const atOnce = 'a day beside buttons: it is stored with the tap that follows'
const inLetter = 'a line of a small window of the letter, which goes into the letter’s draft with Insert'

/** Not kept, and why. */
const notKept: Record<string, string> = {
  'screens/handOver/HandOver.svelte': secret,
  'screens/handOver/TakeIn.svelte': secret,
  'screens/contacts/ChipSearch.svelte': search,
  'screens/contacts/GroupTicks.svelte': search,
  'screens/find/FindSheet.svelte': search,
  'screens/contacts/Forget.svelte': deliberate,
  'screens/files/EraseSheet.svelte': deliberate,
  'screens/files/BackupSheet.svelte': secret,
  'screens/pieces/BackupFileLook.svelte': secret,
  'screens/pieces/RestoreSheet.svelte': 'it belongs to a file that the browser lets go of with the page',
  'screens/pieces/ExportOffice.svelte': 'three figures that come from the last hand-over by themselves',
  'screens/pieces/EntriesAnswered.svelte': atOnce,
  'screens/pieces/EntryResponse.svelte': atOnce,
  'screens/responses/RespondHead.svelte': atOnce,
  'screens/tasks/TasksMoveSheet.svelte': 'a day for tasks that were chosen: nobody has chosen them any more after a reload',
  'screens/contacts/SelectionToSegment.svelte': 'a name for people who were chosen: nobody is chosen any more after a reload',
  'screens/segments/LabelPrinter.svelte': 'two figures read off a test print, shown on the page until they are saved',
  'screens/pieces/writing/ChipWords.svelte': 'the same text as the letter’s, to be copied; it is not typed in',
  'screens/pieces/writing/ConditionSheet.svelte': inLetter,
  'screens/pieces/writing/PictureSheet.svelte': inLetter,
  'screens/pieces/writing/TableSheet.svelte': inLetter,
  'screens/gallery/GalleryFields.svelte': 'parts on show',
  'screens/gallery/GallerySaid.svelte': 'parts on show',
}

const typedIn = [...sources.values()].filter((source) => /^(screens|app)\//.test(source.path) && isTypedIn(source))

describe('What is typed', () => {
  it('is typed in many places', () => expect(typedIn.length).toBeGreaterThan(100))

  it.each(typedIn.map((source) => [source.path, source] as const))('in %s is kept, or it is said why not', (path, source) => {
    const keeper = keepsTyping(source) ? path : partOf[path]
    const why = notKept[path]
    if (keeper === undefined && why === undefined)
      expect.fail(
        `${path}: what is typed here is lost with a reload. Keep it in a Draft (parts/draft.svelte.ts) or a KeptLine (screens/pieces/keptLine.svelte.ts), ` +
          'or name the form it is part of, or the reason, in test/screens/typing.test.ts.',
      )
  })

  it.each(Object.entries(partOf))('in %s is kept by %s', (path, keeper) => {
    expect(sources.get(path)).toSatisfy((source) => source !== undefined && isTypedIn(source as never))
    expect(sources.get(keeper)).toSatisfy((source) => source !== undefined && keepsTyping(source as never))
  })

  it('is told of files that are there, each in one list', () => {
    const known = new Set(typedIn.map(({ path }) => path))
    expect(Object.keys(notKept).filter((path) => !known.has(path))).toEqual([])
    expect(Object.keys(notKept).filter((path) => path in partOf)).toEqual([])
    expect([...Object.keys(notKept), ...Object.keys(partOf)].filter((path) => keepsTyping(sources.get(path)!))).toEqual([])
  })

  it('in a form that keeps nothing is seen', () => {
    const file = (text: string) => ({
      path: 'screens/today/NewSheet.svelte',
      text: `<script lang="ts">let name = $state('')</script>${text}`,
    })
    expect(isTypedIn(file('<Sheet><Field label="x" bind:value={name} /></Sheet>'))).toBe(true)
    expect(isTypedIn(file('{#if name}<input bind:value={name} />{/if}'))).toBe(true)
    expect(isTypedIn(file('<textarea></textarea>'))).toBe(true)
    expect(isTypedIn(file('<input type="checkbox" />'))).toBe(false)
    expect(keepsTyping(file('<Field bind:value={name} />'))).toBe(false)
  })
})

/** Names of drafts as the forms write them, `${…}` for what differs; `x:x` is an interaction or a call. */
const made = /new (?:Form)?(?:Draft|KeptLine)(?:<[^(]*>)?\(\s*(?:house, )?([`'])((?:\$\{[^}]*\}|[\w:])+)\1/g
const names = [...sources.values()]
  .filter(({ path }) => path.startsWith('screens/'))
  .flatMap(({ text }) => [...text.matchAll(made)])
  .map((found) => (found[2] ?? '').replaceAll(/\$\{[^}]*\}/g, 'x'))

/** Wishes that are kept for the next time, and lines that are found again where they were typed; nothing of them waits to be gone on with. */
const notOnToday = [
  ...['letters', 'emails', 'recipients', 'list:x', 'export:x', 'contacts:columns'],
  ...['start', 'whoAmI', 'labelFormat:x', 'entries:cancel', 'contacts:bulk', 'calls:x'],
]

describe('A draft', () => {
  it('is known by its name', () => expect(names.length).toBeGreaterThan(30))

  it.each([...new Set(names)].filter((name) => !notOnToday.includes(name) && name !== 'x:x'))('%s is led to from Today', (name) => {
    expect(draftPlace(name)).toMatchObject({ kind: expect.not.stringMatching('other') as string })
    expect(draftPlace(name).path).not.toBe('/')
  })
})
