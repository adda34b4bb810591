// Rules as bits: for each rule a bitmap of those who match, for a group the bitmaps of its items put together. What each operator means is
// asked of core/criteria, once for each text, set or day that occurs; that it comes to the same as asking each contact is held by a test.
import type { Day } from '../base/day.ts'
import { exhaustive } from '../base/never.ts'
import { blanksOf } from '../core/criteria/blanks.ts'
import { isDateField, isNumberField } from '../core/criteria/filterExpression.ts'
import { dayFilterTest, numberFilterTest, textFilterTest } from '../core/criteria/filterTest.ts'
import { ever, wantedOf } from '../core/criteria/history.ts'
import { choiceTest, numberTest } from '../core/criteria/operators.ts'
import { canBeBlank } from '../core/criteria/values.ts'
import { foldOf } from '../core/criteria/textAsk.ts'
import type { DateField, Group, Rule, RuleOf, TextField } from '../model/criteria.ts'
import type { Bitmap } from './answers.ts'
import { addTo, bitsOf, keepIn, or, without, type Codes } from './bitmap.ts'
import type { Columns } from './columns.ts'
import { askDays, askWindow } from './dayRule.ts'
import { Derived, type Ground } from './derived.ts'
import { askFigures } from './figures.ts'
import type { HappeningAsk, Happenings } from './happenings.ts'
import { listsAsked, targetsAsked } from './listsAsked.ts'
import { Memo } from './memo.ts'
import { asksCompany, blankRule } from './ruleKinds.ts'
import type { TextColumn } from './textColumn.ts'
import { isLook, textAmong, textTable } from './textRule.ts'

export class Evaluator {
  readonly columns: Columns
  readonly derived: Derived
  readonly #memo = new Memo()
  /** Of the criteria that are being asked: several rules often look for the same in one column. */
  readonly #tables = new Map<string, Uint8Array>()

  constructor(columns: Columns) {
    this.columns = columns
    this.derived = new Derived(columns)
  }

  /** Answers that rest on what has changed are forgotten. */
  forget(grounds: ReadonlySet<Ground>): void {
    this.derived.forget(grounds)
    this.#tables.clear()
    this.#memo.forget(grounds)
  }

  get everybody(): Bitmap {
    return this.columns.live.subarray(0, this.columns.words)
  }

  /** Those who match. */
  matching(criteria: Group, today: Day): Bitmap {
    const bits = this.#group(criteria, today)
    this.#tables.clear()
    return bits
  }

  #group({ match, items }: Group, today: Day): Bitmap {
    if (match === 'all' && items.length > 1) return this.#all(items, today)
    const [first, ...others] = items.map((item) => this.#item(item, today))
    if (!first) return this.everybody
    const any = others.length === 0 ? first : others.reduce(addTo, first.slice())
    return match === 'none' ? without(this.everybody, any) : any
  }

  /** Texts are looked through last, and where the others leave few only theirs. */
  #all(items: readonly (Rule | Group)[], today: Day): Bitmap {
    const bits = this.everybody.slice()
    const last: (Rule | Group)[] = []
    for (const item of items) {
      if (this.#isLook(item, today)) last.push(item)
      else keepIn(bits, this.#item(item, today))
    }
    for (const item of last) keepIn(bits, this.#among(item, bits, today))
    return bits
  }

  /** Whether texts are looked through for it, or for one of several of which any will do. */
  #isLook(item: Rule | Group, today: Day): boolean {
    if (item.kind !== 'group') return isLook(item) && !this.#memo.knows('=', item, today)
    return item.match === 'any' && item.items.some((one) => this.#isLook(one, today))
  }

  /** Who of these matches, and perhaps others: each is asked only until something matches. */
  #among(item: Rule | Group, bits: Bitmap, today: Day): Bitmap {
    if (item.kind !== 'group') return (isLook(item) && textAmong(item, bits, this.#column(item.field))) || this.rule(item, today)
    if (item.match !== 'any') return this.#group(item, today)
    const found: Bitmap = new Uint32Array(bits.length)
    let left = bits
    for (const one of item.items) {
      addTo(found, this.#among(one, left, today))
      left = without(left, found)
    }
    return found
  }

  #item(item: Rule | Group, today: Day): Bitmap {
    return item.kind === 'group' ? this.#group(item, today) : this.rule(item, today)
  }

  /** Those who match a rule by itself. */
  rule(rule: Rule, today: Day): Bitmap {
    return this.#memo.of('=', rule, today, () => this.#matching(rule, today))
  }

  /** Those who have nothing where the rule looks; nothing for rules that cannot be asked that. */
  blanks(rule: Rule, today: Day): Bitmap | undefined {
    if (rule.kind === 'flag' || rule.kind === 'segment' || rule.kind === 'targetOf' || rule.kind === 'contact') return undefined
    if (rule.kind === 'number' && !canBeBlank(rule.field)) return undefined
    if ('operator' in rule && (rule.operator === 'isBlank' || rule.operator === 'isNotBlank')) return undefined
    if (rule.kind === 'expression' && !this.#readable(rule)) return new Uint32Array(this.columns.words)
    const asked = blankRule(rule)
    return this.#memo.of('?', asked, today, () => this.#blank(asked, today))
  }

  bytes(): number {
    return this.derived.bytes() + this.#memo.bytes()
  }

  // Own values: what stands in the row itself. A rule that asks the company asks its row, and its people take over the answer.

  #matching(rule: Rule, today: Day): Bitmap {
    const blanks = blanksOf(rule)
    if (!asksCompany(rule)) return keepIn(this.#own(rule, blanks, today), this.columns.live)
    const bits = this.derived.ofCompanies(this.#own(rule, blanks, today))
    return this.#withoutCompany(rule, blanks) ? addTo(bits, this.derived.free) : bits
  }

  #blank(rule: Rule, today: Day): Bitmap {
    const isHistory = rule.kind === 'interaction' || rule.kind === 'purchase'
    const own = isHistory ? this.#neverHappened(rule, today) : this.#own(rule, true, today)
    return asksCompany(rule) ? addTo(this.derived.ofCompanies(own), this.derived.free) : keepIn(own, this.columns.live)
  }

  /** Whether those without a company match: as blanks do; of figures they have nought. */
  #withoutCompany(rule: Rule, blanks: boolean): boolean {
    if (rule.kind === 'number') return canBeBlank(rule.field) ? blanks : numberTest(rule)(0)
    if (rule.kind !== 'expression') return blanks
    const { field, expression } = rule
    if (isNumberField(field) && !canBeBlank(field)) return numberFilterTest(expression, field)?.(0) ?? false
    return blanks && this.#readable(rule)
  }

  /** Whether an expression can be asked, and of something that can be blank. */
  #readable({ field, expression }: RuleOf<'expression'>): boolean {
    return !(isNumberField(field) && !canBeBlank(field)) && textFilterTest(expression, field) !== undefined
  }

  #own(rule: Rule, blanks: boolean, today: Day): Bitmap {
    const { columns } = this
    const { words, parts } = columns
    switch (rule.kind) {
      case 'text':
        return this.#text(rule, blanks)
      case 'choice':
        return this.#choice(rule, blanks)
      case 'flag':
        return rule.is ? parts.flags[rule.field].slice(0, words) : without(this.everybody, parts.flags[rule.field])
      case 'date':
        return this.#date(rule, blanks, today)
      case 'number':
        return askFigures(rule, numberTest(rule), blanks, this, today)
      case 'expression':
        return this.#expression(rule, blanks, today)
      case 'mailingGroup':
      case 'answer':
      case 'jobResponsibility':
      case 'industryGroup':
      case 'businessRelation': {
        const sets = parts.sets[rule.kind]
        const bits = sets.ask(rule.operator, rule.ids, words)
        return blanks ? addTo(bits, sets.blank(words)) : bits
      }
      case 'segment':
        return listsAsked(rule, blanks, columns, today)
      case 'targetOf':
        return targetsAsked(rule, blanks, columns, (bits) => this.derived.ofCompanies(bits))
      case 'interaction':
      case 'purchase':
        return this.#history(rule, blanks, today)
      case 'contact': {
        const bits = bitsOf(
          Uint32Array.from(rule.ids, (id) => Math.max(0, parts.ids.rowOf(id))),
          words,
        )
        return rule.operator === 'isAnyOf' ? bits : without(this.everybody, bits)
      }
    }
    return exhaustive(rule)
  }

  #text(rule: RuleOf<'text'>, blanks: boolean): Bitmap {
    const column = this.#column(rule.field)
    const folded = column.texts.folded(foldOf(rule.field))
    const key = JSON.stringify([rule.field === 'companyName' ? 'name' : rule.field, rule.operator, rule.values])
    const table = this.#tables.get(key) ?? textTable(rule, column.texts)
    this.#tables.set(key, table)
    return column.rows(folded.answerBlanks(table, blanks), this.columns.words)
  }

  #column(field: TextField): TextColumn {
    return this.columns.parts.texts[field === 'companyName' ? 'name' : field]
  }

  #choice({ field, operator, values }: RuleOf<'choice'>, blanks: boolean): Bitmap {
    const test = choiceTest(operator, values)
    if (field === 'type') {
      const companies = test('company') ? this.derived.companies : new Uint32Array(this.columns.words)
      return test('person') ? or(companies, this.derived.persons) : companies.slice()
    }
    const column = this.columns.parts.choices[field]
    return column.rows(column.texts.judged(test, blanks), this.columns.words)
  }

  #expression(rule: RuleOf<'expression'>, blanks: boolean, today: Day): Bitmap {
    const { words, parts } = this.columns
    const { field, expression } = rule
    if (isNumberField(field)) {
      const test = numberFilterTest(expression, field)
      return test ? askFigures({ field, of: rule.of }, test, blanks, this, today) : new Uint32Array(words)
    }
    if (isDateField(field)) {
      const test = dayFilterTest(expression, field, today)
      return test ? askDays(this.#days(field, rule.of, today), test, blanks, words) : new Uint32Array(words)
    }
    const test = textFilterTest(expression, field)
    if (!test) return new Uint32Array(words)
    const column =
      field === 'countryCode' || field === 'languageCode' || field === 'salutationCode'
        ? parts.choices[field]
        : parts.texts[field === 'companyName' ? 'name' : field]
    return column.rows(column.texts.judged(test, blanks), words)
  }

  #date(rule: RuleOf<'date'>, blanks: boolean, today: Day): Bitmap {
    const days = this.#days(rule.field, rule.of, today)
    return askWindow(days, rule, blanks, this.everybody, today)
  }

  #days(field: DateField, of: 'company' | undefined, today: Day): Codes {
    if (field === 'nextContact') return this.derived.nextContact(today)
    if (field === 'lastInteraction') return of === 'company' ? this.derived.lastOfCompany() : this.derived.lastInteraction()
    return field === 'lastPurchase' ? this.derived.lastPurchase() : this.columns.parts.days[field].data
  }

  #history(rule: RuleOf<'interaction' | 'purchase'>, blanks: boolean, today: Day): Bitmap {
    const found = this.#happened(rule, wantedOf(rule), today)
    const has = rule.operator === 'has'
    if (has !== blanks) return has ? found : without(this.everybody, found)
    // Those without any of its kind ever are answered by themselves.
    const never = this.#neverHappened(rule, today)
    return has ? or(found, never) : without(without(this.everybody, found), never)
  }

  #neverHappened(rule: Rule, today: Day): Bitmap {
    if (rule.kind !== 'interaction' && rule.kind !== 'purchase') return new Uint32Array(this.columns.words)
    const asked = rule.kind === 'interaction' ? { ...rule, where: ever(rule.where) } : { ...rule, where: ever(rule.where) }
    return without(this.everybody, this.#happened(asked, 1, today))
  }

  /** Those (or the companies) with at least so many like that. */
  #happened(rule: RuleOf<'interaction' | 'purchase'>, wanted: number, today: Day): Bitmap {
    const { parts } = this.columns
    if (rule.kind === 'purchase') return this.#enough(parts.purchases.rows, parts.purchases.asked(rule.where, today), wanted, false)
    return this.#enough(parts.entries.rows, parts.entries.asked(rule.where, parts.cancelled, today), wanted, rule.of === 'company')
  }

  #enough(rows: Happenings, ask: HappeningAsk, wanted: number, together: boolean): Bitmap {
    const { words, rows: size } = this.columns
    if (wanted === 1) return together ? this.derived.companiesOf(rows.mark(ask, words)) : rows.mark(ask, words)
    const own = rows.tally(ask, size)
    const counts = together ? this.derived.overCompanies(own) : own
    const bits = new Uint32Array(words)
    for (let row = 1; row < size; row++) if (counts[row]! >= wanted) bits[row >>> 5]! |= 1 << (row & 31)
    return bits
  }
}
