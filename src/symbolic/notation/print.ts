/** Prints terms: as text that parses back to the same term, and as LaTeX. */
import { equals, format, HALF, isReal, type Num, negate, ONE, sign } from '../kernel/number.js';
import { type Exponent, number, product, type Term } from '../kernel/term.js';

/** How the parts of a term are spelled; the two styles share all rules of precedence. */
interface Style {
  readonly name: (name: string, at: readonly string[]) => string;
  readonly number: (value: Num) => string;
  readonly identity: (size: string) => string;
  readonly power: (base: string, exponent: string) => string;
  readonly unit: (index: string) => string;
  readonly tensor: string;
  readonly swap: (size: string) => string;
  readonly rate: (of: string) => string;
  readonly call: (name: string, to: readonly string[]) => string;
  readonly sum: (index: string, body: string) => string;
  readonly group: (inner: string) => string;
  readonly bracket: (left: string, right: string) => string;
  readonly dagger: string;
  readonly gap: string;
  readonly fraction: ((over: string, under: string) => string) | null;
}

const TEXT: Style = {
  name: (name, at) => (at.length === 0 ? name : `${name}_${at.join('')}`),
  number: (value) => wrapNumber(format(value), (inner) => `(${inner})`),
  identity: (size) => (size === 'd' ? 'I' : `I_${size}`),
  power: (base, exponent) => `${base}^${/^(\d+|\p{L})$/u.test(exponent) ? exponent : `(${exponent})`}`,
  unit: (index) => `unit_${index}`,
  tensor: ' ⊗ ',
  swap: (size) => `swap_${size}`,
  rate: (of) => `d/dt(${of})`,
  call: (name, to) => `${{ re: 'Re', im: 'Im' }[name] ?? name}(${to.join(', ')})`,
  sum: (index, body) => `sum_${index}(${body})`,
  group: (inner) => `(${inner})`,
  bracket: (left, right) => `[${left}, ${right}]`,
  dagger: '†',
  gap: ' ',
  fraction: null,
};

const wrapNumber = (text: string, group: (inner: string) => string): string => (/[ ]/.test(text) ? group(text) : text);

/** The term as text that parseTerm reads back. */
export const printTerm = (term: Term): string => print(TEXT, term, 0);

/** The term as LaTeX, with `typeset` giving the spelling of names that are not their own. */
export function latexOf(term: Term, typeset: Readonly<Record<string, string>> = {}): string {
  const style: Style = {
    name: (name, at) => {
      const spelled = typeset[name] ?? (name.length === 1 || /[^\x20-\x7e]/.test(name) ? name : `\\mathrm{${name}}`);
      return at.length === 0 ? spelled : `${spelled.includes('_') ? `(${spelled})` : spelled}_{${at.join('')}}`;
    },
    number: (value) => latexNumber(value),
    identity: () => 'I',
    power: (base, exponent) => `${base}^{${exponent}}`,
    unit: (index) => `\\hat e_{${index}}`,
    tensor: ' \\otimes ',
    swap: () => 'W',
    rate: (of) => `\\frac{d}{dt}(${of})`,
    call: (name, to) =>
      name === 'abs'
        ? `|${to[0]}|`
        : name === 'sqrt'
          ? `\\sqrt{${to[0]}}`
          : `${LATEX_FUNCTION[name]}(${to.join(', ')})`,
    sum: (index, body) => `\\sum_{${index}} ${body}`,
    group: (inner) => `\\left(${inner}\\right)`,
    bracket: (left, right) => `[${left}, ${right}]`,
    dagger: '^\\dagger',
    gap: '\\,',
    fraction: (top, bottom) => `\\frac{${top}}{${bottom}}`,
  };
  return print(style, term, 0);
}

const LATEX_FUNCTION: Readonly<Record<string, string>> = {
  tr: '\\operatorname{tr}',
  re: '\\operatorname{Re}',
  im: '\\operatorname{Im}',
  tr_1: '\\operatorname{tr}_1',
  tr_2: '\\operatorname{tr}_2',
  exp: '\\exp',
  ln: '\\ln',
  max: '\\max',
  min: '\\min',
};

function latexNumber(value: Num): string {
  const text = format(value).replaceAll(/√2/g, '\\sqrt{2}');
  return wrapNumber(text.replaceAll(/(\d+)\/(\d+)/g, '\\tfrac{$1}{$2}'), (inner) => `(${inner})`);
}

/** Levels: 0 a sum may stand here, 1 a product may, 2 only something that takes a power. */
function print(style: Style, term: Term, level: 0 | 1 | 2): string {
  const guard = (text: string, own: 0 | 1 | 2): string => (own < level ? style.group(text) : text);
  switch (term.kind) {
    case 'number':
      return format(term.value).startsWith('-')
        ? guard(style.number(term.value), 0)
        : guard(style.number(term.value), /\/|.√|.i/.test(format(term.value)) ? 1 : 2);
    case 'symbol':
      return style.name(term.name, term.at);
    case 'identity':
      return style.identity(term.size);
    case 'sum':
      return guard(printSum(style, term.terms), 0);
    case 'product':
      return guard(
        printProduct(style, term.factors),
        term.factors[0]!.kind === 'number' && isNegative(term.factors[0]!) ? 0 : 1,
      );
    case 'power':
      return guard(printPower(style, term.base, term.exponent), isReciprocal(term) && style.fraction !== null ? 1 : 2);
    case 'adjoint':
      return `${postfixed(style, term.of)}${style.dagger}`;
    case 'commutator':
      return style.bracket(print(style, term.left, 0), print(style, term.right, 0));
    case 'trace':
      return style.call('tr', [print(style, term.of, 0)]);
    case 'apply':
      return style.call(
        term.name,
        term.to.map((part) => print(style, part, 0)),
      );
    case 'unit':
      return style.unit(term.index);
    case 'tensor':
      return style.group(`${print(style, term.left, 1)}${style.tensor}${print(style, term.right, 1)}`);
    case 'swap':
      return style.swap(term.size);
    case 'partial trace':
      return style.call(`tr_${term.factor}`, [print(style, term.of, 0)]);
    case 'rate':
      return style.rate(print(style, term.of, 0));
    case 'over':
      return guard(
        style.sum(term.index, print(style, term.body, style.fraction === null ? 0 : 1)),
        style.fraction === null ? 2 : 1,
      );
  }
}

const isNegative = (term: Term): boolean => term.kind === 'number' && isReal(term.value) && sign(term.value) < 0;

function printSum(style: Style, terms: readonly Term[]): string {
  return terms
    .map((term, k) => {
      const flipped = withoutSign(term);
      if (flipped !== undefined) return `${k === 0 ? '-' : ' - '}${print(style, flipped, 1)}`;
      return `${k === 0 ? '' : ' + '}${print(style, term, 1)}`;
    })
    .join('');
}

/** The term with a leading minus sign taken away, or undefined where there is none. */
function withoutSign(term: Term): Term | undefined {
  if (isNegative(term)) return number(negate((term as Extract<Term, { kind: 'number' }>).value));
  if (term.kind !== 'product' || !isNegative(term.factors[0]!)) return undefined;
  const [first, ...others] = term.factors;
  const flipped = number(negate((first as Extract<Term, { kind: 'number' }>).value));
  return equals(flipped.kind === 'number' ? flipped.value : ONE, ONE)
    ? product(...others)
    : product(flipped, ...others);
}

function printProduct(style: Style, factors: readonly Term[]): string {
  const flipped = withoutSign({ kind: 'product', factors });
  if (flipped !== undefined) return `-${print(style, flipped, 1)}`;
  if (style.fraction !== null) {
    const under = factors.filter(isReciprocal);
    if (under.length > 0) {
      const over = factors.filter((f) => !isReciprocal(f));
      const bottom = under.map((f) => printBelow(style, f));
      return style.fraction(over.length === 0 ? '1' : print(style, product(...over), 0), bottom.join(style.gap));
    }
    if (factors[0]!.kind === 'number' && equals(factors[0]!.value, HALF) && factors.length === 2)
      return style.fraction(print(style, factors[1]!, 0), '2');
  }
  return factors.reduce((before, factor, k) => {
    if (style.fraction === null && isReciprocal(factor))
      return `${k === 0 ? '1' : before}/${printBelow(style, factor)}`;
    const next = print(style, factor, factor.kind === 'number' && k === 0 ? 1 : 2);
    return k === 0 ? next : `${before}${style.gap}${next}`;
  }, '');
}

type Power = Extract<Term, { kind: 'power' }>;

const isReciprocal = (term: Term): term is Power =>
  term.kind === 'power' && term.exponent.variables.length === 0 && term.exponent.offset < 0;

/** What stands below the line of a reciprocal. */
const printBelow = (style: Style, { base, exponent }: Power): string =>
  exponent.offset === -1 ? print(style, base, 2) : printPower(style, base, { ...exponent, offset: -exponent.offset });

function printPower(style: Style, base: Term, exponent: Exponent): string {
  if (style.fraction !== null && exponent.variables.length === 0 && exponent.offset === -1)
    return style.fraction('1', print(style, base, 0));
  const parts = exponent.variables.map(([name, times]) => (times === 1 ? name : `${times}${name}`));
  const offset =
    exponent.offset === 0 && parts.length > 0
      ? ''
      : `${exponent.offset > 0 && parts.length > 0 ? '+' : ''}${exponent.offset}`;
  return style.power(postfixed(style, base), `${parts.join('+')}${offset}`);
}

/** What an exponent or a dagger is put on; LaTeX refuses two of them in a row. */
function postfixed(style: Style, base: Term): string {
  return base.kind === 'power' || base.kind === 'adjoint' ? style.group(print(style, base, 0)) : print(style, base, 2);
}
