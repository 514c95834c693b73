/** A proof step in the words of a report. */
import type { ClaimTheory } from '../claim/theory.js';
import type { Positivity } from '../symbolic/kernel/positivity.js';
import { latexOf } from '../symbolic/notation/print.js';
import type { ResolvedLink } from './resolve-chain.js';

/** The rule that discharged the step, and who proposed it where that was not the author. */
export function ruleOf({ reason, proposer }: ResolvedLink): string {
  const by = proposer === 'nerdamer' ? ', proposed by nerdamer' : '';
  switch (reason.by) {
    case 'rewriting':
      return `${reason.using.length === 0 ? 'expansion' : 'rewriting'}${by}`;
    case 'induction':
      return `induction on ${reason.variable}`;
    case 'positivity': {
      const kinds = [...new Set(ingredients(reason.certificate))];
      const found = proposer === 'search' ? ', certificate found by search' : '';
      return `positivity${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}${found}`;
    }
  }
}

function ingredients(certificate: Positivity): string[] {
  switch (certificate.kind) {
    case 'constant':
    case 'size':
      return [];
    case 'gram':
      return ['a square'];
    case 'abs':
      return ['|x| >= 0'];
    case 'dominates':
      return ['|x| >= x'];
    case 'fact':
      return [`fact ${certificate.name.replace(/\/0$/, '')}`];
    case 'congruence':
      return ['A†SA with S >= 0', ...ingredients(certificate.part)];
    case 'exponential':
      return ['exp >= 0'];
    case 'schur':
      return ['Schur product', ...ingredients(certificate.left), ...ingredients(certificate.right)];
    case 'interval':
      return [
        'interval arithmetic',
        ...certificate.within.flatMap((w) => [...ingredients(w.above), ...ingredients(w.below)]),
      ];
    case 'cases':
      return ['two cases', ...ingredients(certificate.above), ...ingredients(certificate.below)];
    case 'reciprocal':
      return ['a reciprocal', ...ingredients(certificate.part)];
    case 'trace':
      return ['a trace', ...ingredients(certificate.part)];
    case 'cauchy-schwarz':
      return ['Cauchy–Schwarz'];
    case 'root':
      return ['comparison of squares', ...ingredients(certificate.sign), ...ingredients(certificate.gap)];
    case 'sum':
    case 'product':
      return certificate.parts.flatMap(ingredients);
    case 'over':
      return ingredients(certificate.part);
  }
}

export const stepLatex = ({ typeset }: ClaimTheory, { from, relation, to }: ResolvedLink): string =>
  `${latexOf(from, typeset)} ${relation === '=' ? '=' : '\\le'} ${latexOf(to, typeset)}`;
