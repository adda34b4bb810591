// How each failure reads: what is wrong, where, and what to do. One table; a code without its sentence does not compile.
import type { Failure } from '../model/failure.ts'
import { letterLanguageName } from './format.ts'
import { isKey, t } from './language.svelte.ts'

/** The sentence for a failure, in the interface's language. */
export function failureText(failure: Failure): string {
  switch (failure.code) {
    case 'stale':
      return t('failure.stale')
    case 'changedSince':
      return t('failure.changedSince', { count: failure.count })
    case 'notFound':
      return t('failure.notFound')
    case 'diskFull':
      return t('failure.diskFull')
    case 'newerData':
      return t('failure.newerData', { stored: failure.stored, known: failure.known })
    case 'blocked':
      return t('failure.blocked')
    case 'connectionLost':
      return t('failure.connectionLost')
    case 'storage':
      return t('failure.storage', { detail: failure.detail })
    case 'storeDamaged':
      return t('failure.storeDamaged', { detail: failure.detail })
    case 'document':
      return documentText(failure)
    case 'picture':
      return t(`failure.picture.${failure.reason}`, { fileName: failure.fileName, detail: failure.detail })
    case 'stopped':
      return t('failure.stopped')
    case 'nobodyAddressed':
      return t('failure.nobodyAddressed', { count: failure.count })
    case 'noDocument':
      return t('failure.noDocument', { count: failure.count })
    case 'codeTooLong':
      return t('failure.codeTooLong', { name: failure.name })
    case 'emailTextMissing':
      return t('failure.emailTextMissing', { languages: failure.languages.map(letterLanguageName).join(', ') })
    case 'letterWithheld':
      return t(failure.shared ? 'failure.letterWithheldShared' : 'failure.letterWithheld', { name: failure.name })
    case 'leftOutByDocument':
      return t('failure.leftOutByDocument', { count: failure.count, name: failure.name, fileName: failure.fileName })
    case 'listTooLong':
      return t('failure.listTooLong', { rows: failure.rows, most: failure.most })
    case 'exportTooLong':
      return t('failure.exportTooLong', { rows: failure.rows, most: failure.most })
    case 'csvEmpty':
      return t('failure.csvEmpty', { fileName: failure.fileName })
    case 'csvNoHeader':
      if (failure.headers.length === 0) return t('failure.csvNotText', { fileName: failure.fileName })
      return t('failure.csvNoHeader', { fileName: failure.fileName, headers: failure.headers.slice(0, 6).join(', ') })
    case 'importFile':
      return t(`failure.importFile.${failure.reason}`, { fileName: failure.fileName, detail: failure.detail })
    case 'importGone':
      return t('failure.importGone')
    case 'backupNotOurs':
      return t('failure.backupNotOurs', { fileName: failure.fileName })
    case 'backupBroken':
      return t('failure.backupBroken', { fileName: failure.fileName, detail: failure.detail })
    case 'backupNewer':
      return t('failure.backupNewer', { fileName: failure.fileName })
    case 'backupCut':
      return t('failure.backupCut', { fileName: failure.fileName })
    case 'backupIsHandOver':
      return t('failure.backupIsHandOver', { fileName: failure.fileName })
    case 'backupUnreadable':
      return t('failure.backupUnreadable', { fileName: failure.fileName, rows: failure.rows })
    case 'backupNotWhole':
      return t('failure.backupNotWhole')
    case 'backupPassword':
      return t(failure.why === 'needed' ? 'failure.backupPasswordNeeded' : 'failure.backupPasswordWrong', { fileName: failure.fileName })
    case 'prefixTaken':
      return failure.prefix === '' ? t('failure.prefixTakenNone') : t('failure.prefixTaken', { prefix: failure.prefix })
    case 'noRestoreBefore':
      return t('failure.noRestoreBefore')
    case 'folderPermission':
      return t('failure.folderPermission', { name: failure.name })
    case 'folderGone':
      return t('failure.folderGone', { name: failure.name, detail: failure.detail })
    case 'stepsNone':
      return failure.what === 'undo' ? t('failure.nothingToUndo') : t('failure.nothingToRedo')
    case 'logRefused':
      return t('failure.logRefused', { problems: failure.problems.map(problemText).join(', ') })
    case 'undoForgotten':
      return t('failure.undoForgotten')
    case 'undoLost':
      return t('failure.undoLost')
    case 'segmentCancelled':
      return t('failure.segmentCancelled', { count: failure.count })
    case 'respondCancelled':
      return t('failure.respondCancelled', { count: failure.count, name: failure.name })
    case 'answerGone':
      return t('failure.answerGone')
    case 'responseUnknown':
      return t('failure.responseUnknown', { count: failure.count })
    case 'answeredMeanwhile':
      return t('failure.answeredMeanwhile', { name: failure.name })
    case 'noteOfErased':
      return t('failure.noteOfErased')
    case 'nothingCancelled':
      return t('failure.nothingCancelled')
    case 'nothingToResend':
      return t('failure.nothingToResend', { count: failure.count })
    case 'commentBlank':
      return t('failure.commentBlank')
    case 'interactionRefused':
      return t('failure.interactionRefused', { problems: failure.problems.map(interactionText).join(' ') })
    case 'calledMeanwhile':
      return t('failure.calledMeanwhile', { name: failure.name })
    case 'taskRefused':
      return failure.problems.map(taskText).join(' ')
    case 'opportunityRefused':
      return failure.problems.map(opportunityText).join(' ')
    case 'roundClosed':
    case 'calledAgainMeanwhile':
    case 'opportunityOfCancelled':
    case 'opportunityThere':
      return t(`failure.${failure.code}`)
    case 'nobodyLeft':
      return t('failure.nobodyLeft', { count: failure.count })
    case 'inUse':
      return t('failure.inUse', { names: [...failure.names, ...(failure.setup ? [t('settings.interactionSetup')] : [])].join(', ') })
    case 'withheld':
      return t(`failure.withheld.${failure.reason}`, { name: failure.name })
    case 'codeTaken':
      return t('failure.codeTaken', { taken: failure.taken })
    case 'nameTaken':
      return t('failure.nameTaken', { taken: failure.taken })
    case 'nameBlank':
      return t('failure.nameBlank')
    case 'listMergeDocuments':
      return t('failure.listMergeDocuments', { names: failure.names.join(', ') })
    case 'campaignDates':
      return t('campaign.datesWrong')
    case 'nobodyTargeted':
      return t('failure.nobodyTargeted')
    case 'responseInUse':
      return t('failure.responseInUse', { name: failure.name, count: failure.count })
    case 'campaignEntryCancelled':
      return t('failure.campaignEntryCancelled', { count: failure.count })
    case 'codeBlank':
      return t('failure.codeBlank')
    case 'criteriaNoSteps':
      return t('failure.criteriaNoSteps')
    case 'deleteBlocked':
      return t('failure.deleteBlocked', { count: failure.count, name: failure.name })
    case 'companyPeople':
      return t('failure.companyPeople', { count: failure.count })
    case 'answersOfMinor':
      return t('failure.answersOfMinor', { name: failure.name })
    case 'secondAnswer':
      return t('failure.secondAnswer', { question: failure.question })
    case 'severalAnswers':
      return t('failure.severalAnswers', { count: failure.count })
    case 'ratingByHand':
      return t('failure.ratingByHand', { question: failure.question })
    case 'ratingCircle':
      return t('failure.ratingCircle', { questions: [...failure.questions, ...failure.questions.slice(0, 1)].join(' → ') })
    case 'answeredByOthers':
      return t('failure.answeredByOthers', { count: failure.count })
    case 'alternativeAddress':
      return t(`failure.alternativeAddress.${failure.reason}`, { detail: failure.detail })
    case 'filter':
      return t(`failure.filter.${failure.why}`, { at: failure.at + 1, part: failure.part })
    case 'importOpen':
      return t('failure.importOpen')
    case 'mergeKinds':
      return t('failure.mergeKinds', { kept: failure.kept, lost: failure.lost })
    case 'partGone':
      return t('failure.partGone', { name: failure.name })
    case 'importTooOld':
      return t('failure.importTooOld')
    case 'importTakenBack':
      return t('failure.importTakenBack')
    case 'workerGone':
      return t('failure.workerGone')
    case 'bug':
      return t('failure.bug', { detail: failure.detail })
  }
}

function interactionText(problem: string): string {
  const key = `interaction.problem.${problem}`
  return isKey(key) ? t(key) : problem
}

function opportunityText(problem: string): string {
  const key = `opportunity.problem.${problem}`
  return isKey(key) ? t(key) : problem
}

function taskText(problem: string): string {
  const key = `task.problem.${problem}`
  return isKey(key) ? t(key) : problem
}

/** The sentence for this kind of trouble, or the one for all of its code. */
function documentText({ reason, fileName, detail, part = '', line = 0, where = '' }: Extract<Failure, { code: 'document' }>): string {
  const words = { fileName, detail, part, line: String(line), where }
  const kind = `failure.document.${reason}.${detail}`
  return isKey(kind) ? t(kind, words) : t(`failure.document.${reason}`, words)
}

function problemText(code: string): string {
  const key = `problem.${code}`
  // Said of the whole segment, not of so many lines.
  return isKey(key) ? t(key, { count: 0 }) : code
}
