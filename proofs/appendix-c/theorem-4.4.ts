/**
 * Theorem 4.4 without its probability: the least eigenvalue of Kasym at loss zero, from how far the Gram matrix Ĝ of the
 * directions û_j is from the identity.
 *
 * Both bounds hold for any labels in [-1, 1], balanced or not. They say nothing about whether a minimum with given directions
 * exists (`theorem-4.4-existence`), nor how large ‖Ĝ - I‖ is (`theorem-4.4-eq-117`). They are stated as
 * quadratic forms in any real vector x, which decide, since Kasym is real and symmetric.
 */
import { printedLaw, sharpLaw } from '../../property-tests/least-eigenvalue.law.js';
import {
  certificate,
  chain,
  claim,
  type Positivity,
  positivity,
  rewriting,
  type Term,
  witness,
} from '../../src/index.js';
import { minimumModels } from '../models/directions-models.js';
import { directions, minimum } from './directions-notation.js';

const { cases, congruence, constant, fact, over, plus, reciprocal, square, times } = certificate;

type Read = (text: string) => Term;

const KERNEL = 'sum_ij(Kasym_ij unit_i unit_j†)';
const at = (n: number, m: number, values: Parameters<typeof witness>[2]) => witness(directions, { n, m }, values);
const ALIGNED = { û: [[['1']], [['1']]], b: ['4/5', '4/5'], y: ['1', '1'], γ: '25/7', ξ: '1', x: ['1', '1'] };
const ALONE = { û: [[['1']]], b: ['1'], y: ['1'], γ: '1', ξ: '0', x: ['1'] };
const breaksWithout = {
  unit: at(1, 1, { ...ALONE, û: [[['2']]], ξ: '3' }),
  norms: at(1, 1, { ...ALONE, b: ['2'] }),
  labels: at(1, 1, { ...ALONE, y: ['2'], γ: '2' }),
  near: at(1, 2, { ...ALIGNED, ξ: '0' }),
};

/** (113) repaired, for any labels: the diagonal, and what is taken away beside it. */
export const kernelOfDirections = claim({
  id: 'theorem-4.4-kernel',
  title: 'At loss zero Kasym = 2γ²(1 - D_y²/γ²) - 8γ² D(E ∘ Eᵀ)D with E = Ĝ - I, D = diag(b_j²)',
  source: 'App. C.2, (113), beyond the paper',
  theory: directions,
  statement: `${KERNEL} = sum_j(2 (γ^2 - y_j^2) unit_j unit_j†) - 8 γ^2 sum_ij(b_i^2 b_j^2 E_ij E_ji unit_i unit_j†)`,
  given: { unit: minimum.unit, norms: minimum.norms, kernel: minimum.kernel, gram: minimum.gram },
  proof: chain(KERNEL)
    .equals(
      '8 γ^2 (sum_j(b_j^2 Ĝ_jj unit_j unit_j†) - sum_ij(b_i^2 b_j^2 Ĝ_ij Ĝ_ji unit_i unit_j†))',
      rewriting('kernel'),
      'P_ij = b_i b_j Ĝ_ij.',
    )
    .equals(
      '8 γ^2 (sum_j((b_j^2 - b_j^4) unit_j unit_j†) - sum_ij(b_i^2 b_j^2 E_ij E_ji unit_i unit_j†))',
      rewriting('unit', 'gram'),
      'Ĝ_jj = 1, so that Ĝ ∘ Ĝᵀ = I + E ∘ Eᵀ.',
    )
    .equals(
      'sum_j(2 (γ^2 - y_j^2) unit_j unit_j†) - 8 γ^2 sum_ij(b_i^2 b_j^2 E_ij E_ji unit_i unit_j†)',
      rewriting('norms'),
      'b² = (1 + y/γ)/2.',
    ),
  models: minimumModels,
  mutants: {
    'R for R ∘ R, as printed': `${KERNEL} = sum_j(2 (γ^2 - y_j^2) unit_j unit_j†) - 8 γ^2 sum_ij(b_i b_j E_ij E_ji unit_i unit_j†)`,
    plus: `${KERNEL} = sum_j(2 (γ^2 - y_j^2) unit_j unit_j†) + 8 γ^2 sum_ij(b_i^2 b_j^2 E_ij E_ji unit_i unit_j†)`,
    'γ for γ²': `${KERNEL} = sum_j(2 (γ - y_j^2) unit_j unit_j†) - 8 γ sum_ij(b_i^2 b_j^2 E_ij E_ji unit_i unit_j†)`,
    'without the diagonal': `${KERNEL} = -8 γ^2 sum_ij(b_i^2 b_j^2 E_ij E_ji unit_i unit_j†)`,
  },
  breaksWithout: { unit: at(1, 1, { ...ALONE, û: [[['2']]] }), norms: at(1, 1, { ...ALONE, b: ['2'] }) },
});

const FORM = 'sum_ij(x_i Kasym_ij x_j)';
const NORM = 'sum_j(x_j^2)';
const OPENED = 'sum_j(2 (γ^2 - y_j^2) x_j^2) - 8 γ^2 sum_ij(b_i^2 x_i b_j^2 x_j E_ij E_ji)';

/** A bound below the form with its diagonal and E opened up, and then that form. */
const proofOf = (bound: string, remark: string, build: (term: Read) => Positivity, ...cited: string[]) =>
  chain(bound)
    .atMost(OPENED, positivity(build, 'unit', 'norms', 'labels', 'near', 'gram', ...cited), remark)
    .equals(FORM, rewriting('unit', 'norms', 'kernel', 'gram'), 'The kernel by P.');

/** ξ² - (E²)_jj. */
const row = (term: Read, index = 'j'): Positivity => congruence(term(`unit_${index}`), fact('near'));

/** 4γ² Σ|E_ij|²(z_i - z_j)² + 8γ² Σ z_j²(ξ² - (E²)_jj) for z_j = b_j² x_j: what 8γ²ξ² Σ z_j² is above 8γ² z†(E ∘ Eᵀ)z. */
const spread = (term: Read): Positivity =>
  times(
    constant(term('4')),
    square(term('γ')),
    plus(
      over('ij', times(square(term('E_ij')), square(term('b_i^2 x_i - b_j^2 x_j')))),
      times(constant(term('2')), over('j', times(square(term('b_j^2 x_j')), row(term)))),
    ),
  );

/** 2 Σ (1 - y_j²) x_j². */
const inner = (term: Read): Positivity =>
  times(constant(term('2')), over('j', times(square(term('x_j')), fact('labels'))));

/** The constant of ‖Ĝ - I‖², in the units of the print: there it is m, which is not needed. */
const inUnitsOfPrint = (value: string) =>
  ({ quantity: `2 (γ^2 - 1) ${NORM} - ${FORM}`, relation: '<=', value, unit: `2 (γ^2 + 1) ξ^2 ${NORM}` }) as const;

const SHARP = '2 γ^2 (1 - 1/γ^2 - (1 + 1/γ)^2 ξ^2)';

/** The sharp bound: attained by two equal directions with labels +1, and, where Ĝ = I, by any. */
export const leastEigenvalueSharp = claim({
  id: 'theorem-4.4-sharp',
  sharpens: 'theorem-4.4',
  title: 'λ_g >= 2γ²(1 - 1/γ² - (1 + 1/γ)² ‖Ĝ - I‖²), whatever m and the balance of the labels',
  source: 'beyond the paper; Thm. 4.4',
  theory: directions,
  statement: `${FORM} >= ${SHARP} ${NORM}`,
  constant: inUnitsOfPrint('(γ + 1)^2/(γ^2 + 1)'),
  given: minimum,
  proof: proofOf(
    `${SHARP} ${NORM}`,
    'Σ|E_ij|²(z_i - z_j)² >= 0 for z_j = b_j² x_j; then E² <= ξ², and b_j² <= (1 + 1/γ)/2.',
    (term) =>
      plus(
        spread(term),
        inner(term),
        times(
          constant(term('2')),
          square(term('γ ξ')),
          over(
            'j',
            times(
              square(term('x_j')),
              plus(
                times(reciprocal(fact('norms')), plus(square(term('1 - y_j')), fact('labels'))),
                times(square(term('1/γ')), fact('labels')),
              ),
            ),
          ),
        ),
      ),
  ),
  models: minimumModels,
  laws: [sharpLaw],
  mutants: {
    '(1 - 1/γ)² for (1 + 1/γ)²': `${FORM} >= 2 γ^2 (1 - 1/γ^2 - (1 - 1/γ)^2 ξ^2) ${NORM}`,
    '(1 + 1/γ) for its square': `${FORM} >= 2 γ^2 (1 - 1/γ^2 - (1 + 1/γ) ξ^2) ${NORM}`,
    'γ for γ²': `${FORM} >= 2 γ (1 - 1/γ^2 - (1 + 1/γ)^2 ξ^2) ${NORM}`,
    plus: `${FORM} >= 2 γ^2 (1 - 1/γ^2 + (1 + 1/γ)^2 ξ^2) ${NORM}`,
    'turned round': `${FORM} <= ${SHARP} ${NORM}`,
  },
  alsoTrue: {
    'left side: the exponent 2 by 3': chain(`2 γ^2 (1 - 1/γ^2 - (1 + 1/γ)^3 ξ^2) ${NORM}`).atMost(
      FORM,
      positivity(
        (term) =>
          plus(
            fact('the claim itself'),
            times(
              constant(term('2')),
              square(term('γ ξ (1 + 1/γ)')),
              reciprocal(fact('norms')),
              over('j', square(term('x_j'))),
            ),
          ),
        'the claim itself',
        'norms',
      ),
    ),
  },
  breaksWithout,
});

const PRINTED = '2 γ^2 (1 - 1/γ^2 - m (1 + 1/γ^2) ξ^2)';

/** (1 + 1/γ²) x_i². */
const scaleOf = (term: Read): Positivity => plus(square(term('x_i')), times(square(term('1/γ')), square(term('x_i'))));

/**
 * For m <= 2: |E_ij|² <= ξ² for j ≠ i, and E_ii = 0, so that 2 Σ_j |E_ij|² <= 2(m - 1) ξ² <= m ξ²; and
 * 8 b_i² b_j² = 4(1 + 1/γ²) - 4 (b_i² - b_j²)² - … for labels in [-1, 1].
 */
const few = (term: Read): Positivity => {
  const beside = (index: string) => square(term(`1 - delta_${index}`));
  const lean = (index: string): Positivity =>
    plus(
      times(constant(term('1/2')), square(term(`1 - y_${index}/γ`))),
      times(square(term('1/γ')), fact('labels', { j: index })),
    );
  const entries = times(
    square(term('x_i')),
    square(term('E_ij')),
    plus(times(constant(term('2')), square(term('b_i^2 - b_j^2'))), lean('i'), lean('j')),
  );
  const rows = times(
    scaleOf(term),
    plus(
      times(fact('few'), square(term('ξ'))),
      times(
        constant(term('2')),
        over('j', times(beside('ij'), plus(row(term, 'i'), over('k', times(beside('jk'), square(term('E_ik'))))))),
      ),
    ),
  );
  return plus(
    inner(term),
    times(
      constant(term('2')),
      square(term('γ')),
      plus(
        over(
          'ij',
          times(constant(term('2')), square(term('E_ij')), square(term('b_i b_j')), square(term('x_i - x_j'))),
        ),
        over('ij', entries),
        over('i', rows),
      ),
    ),
  );
};

/** For m >= 2: (1 + 1/γ)² <= 2(1 + 1/γ²) <= m(1 + 1/γ²). */
const many = (term: Read): Positivity =>
  plus(
    fact('theorem-4.4-sharp'),
    times(
      constant(term('2')),
      square(term('γ ξ')),
      over('i', plus(times(fact('few'), scaleOf(term)), times(square(term('1 - 1/γ')), square(term('x_i'))))),
    ),
  );

/** (118) with ‖Ĝ - I‖² for its probable size, by ‖R ∘ R‖ = m(1 + 1/γ²)/4 and Lemma C.1: m/2 to m times what is needed. */
export const leastEigenvalue = claim({
  id: 'theorem-4.4',
  asPrinted: true,
  title: 'λ_g >= 2γ²(1 - 1/γ² - m (1 + 1/γ²) ‖Ĝ - I‖²)',
  source: 'Thm. 4.4, (113)-(118)',
  theory: directions,
  statement: `${FORM} >= ${PRINTED} ${NORM}`,
  constant: inUnitsOfPrint('m'),
  uses: ['theorem-4.4-sharp'],
  given: minimum,
  proof: chain(`${PRINTED} ${NORM}`).atMost(
    FORM,
    positivity(
      (term) => cases(term('m - 2'), 'few', many(term), few(term)),
      'theorem-4.4-sharp',
      'unit',
      'norms',
      'labels',
      'near',
      'kernel',
      'gram',
    ),
    'The sharp bound for two samples and more; for one E = 0.',
  ),
  models: minimumModels,
  laws: [printedLaw],
  mutants: {
    'without m': `${FORM} >= 2 γ^2 (1 - 1/γ^2 - (1 + 1/γ^2) ξ^2) ${NORM}`,
    '(1 - 1/γ²) for (1 + 1/γ²)': `${FORM} >= 2 γ^2 (1 - 1/γ^2 - m (1 - 1/γ^2) ξ^2) ${NORM}`,
    'half of it': `${FORM} >= 2 γ^2 (1 - 1/γ^2 - 1/2 m (1 + 1/γ^2) ξ^2) ${NORM}`,
    'γ for γ²': `${FORM} >= 2 γ (1 - 1/γ^2 - m (1 + 1/γ^2) ξ^2) ${NORM}`,
    plus: `${FORM} >= 2 γ^2 (1 - 1/γ^2 + m (1 + 1/γ^2) ξ^2) ${NORM}`,
    'turned round': `${FORM} <= ${PRINTED} ${NORM}`,
  },
  breaksWithout,
});
