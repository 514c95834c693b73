/** The residual that is printed before (55). */
import { chain, claim, rewriting } from '../../src/index.js';
import { decompositionModels } from '../appendix-b/decomposition-models.js';
import { definingPair, overparameterised } from '../appendix-b/notation.js';

const finite = decompositionModels('gradient');
const meaning = { residual: definingPair('r', 'ŷ') };

/** Before (55): "r_i := y_i - ŷ_i = tr(M ρ_i) - y_i", whose two sides have opposite signs. */
export const printedResidual = claim({
  id: 'lemma-4.1-residual-sign',
  title: 'The residual with the opposite sign',
  source: 'App. B.1, before (55)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: 'r_i := y_i - ŷ_i = tr(M(θ)ρ_i) - y_i',
    change: 'exchange the two terms on the right: r_i = y_i - tr(M(θ)ρ_i), as everywhere before (119)',
    stepOf: ['lemma-4.1'],
  },
  theory: overparameterised,
  statement: 'r_i = tr(M ρ_i) - y_i',
  given: meaning,
  models: finite,
  mutants: {
    'sum for difference': 'r_i = tr(M ρ_i) + y_i',
    'without the label': 'r_i = tr(M ρ_i)',
    'twice the prediction': 'r_i = 2 tr(M ρ_i) - y_i',
  },
});

/** The residual that the rest of the proof means: (55) descends with y - ŷ and would climb with ŷ - y. */
export const repairedResidual = claim({
  id: 'lemma-4.1-residual-sign-repaired',
  repairs: 'lemma-4.1-residual-sign',
  title: 'The residual r = y - tr(Mρ)',
  source: 'App. B.1, before (55), repaired; Sec. 2',
  theory: overparameterised,
  statement: 'r_i = y_i - tr(M ρ_i)',
  given: meaning,
  proof: chain('r_i').equals('y_i - tr(M ρ_i)', rewriting('residual'), 'r = y - ŷ with ŷ = tr(ρM).'),
  models: finite,
  mutants: {
    'as printed': 'r_i = tr(M ρ_i) - y_i',
    'without the label': 'r_i = -tr(M ρ_i)',
    'half the prediction': 'r_i = y_i - 1/2 tr(M ρ_i)',
  },
});
