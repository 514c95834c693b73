/** One layer of a random ansatz as Lemma B.2 sees it: H ⊗ H on two factors, and how far it is from its mean. */
import { assume, type ClaimTheory, definitionsOf, hermitian, realScalar, theory } from '../../src/index.js';

const constant = (meaning: string) => ({ type: realScalar({ constant: true }), meaning });

export const layer: ClaimTheory = theory({
  name: 'layer',
  sizes: { d: 'dimension', D: 'square of the dimension' },
  squares: { D: 'd' },
  indices: { e: 'D', f: 'D', o: 'D', g: 'd', k: 'd', n: 'd' },
  symbols: {
    H: { type: hermitian('d'), meaning: 'a generator seen from the input side at θ(0), U†HU' },
    h: constant('operator norm of the generator'),
    Z: constant('scale of the generator, tr(H²)/(d² - 1)'),
    x: { ...constant('h²/Z'), stands: { at: [], for: 'h^2/Z' } },
    c: { ...constant('a bound of X from above'), stands: { at: [], for: 'd/(d - 1) x' } },
    y: { ...constant('the bound of |X| in (70)'), stands: { at: [], for: '2 x' } },
    b: { ...constant('a bound of -X'), stands: { at: [], for: 'x + (d - 1)/d' } },
    X: {
      type: hermitian('D'),
      meaning: 'H ⊗ H/Z less its mean Y* over Haar-random U, (69)',
      stands: { at: [], for: '1/Z (H ⊗ H) - (swap_D - 1/d I_D)' },
    },
    T: {
      type: hermitian('D'),
      meaning: 'the reflection H ⊗ H/h² of two qubits',
      stands: { at: [], for: '1/h^2 (H ⊗ H)' },
    },
  },
});

export const layers = {
  meaning: definitionsOf(layer, 'X'),
  reflection: definitionsOf(layer, 'T'),
  /** The last two say the same as the first: (h² - H²) ⊗ I and I ⊗ (h² - H²) have its eigenvalues. */
  norm: assume(
    layer,
    'h bounds the operator norm of H, on either factor',
    'h^2 I >= H H',
    'h^2 I_D >= H H ⊗ I',
    'h^2 I_D >= I ⊗ H H',
  ),
  scale: assume(layer, 'Z = tr(H²)/(d² - 1), and H is not zero', 'tr(H H) = (d^2 - 1) Z', 'Z >= 0'),
  bounds: definitionsOf(layer, 'x', 'c', 'b', 'y'),
  qubit: assume(
    layer,
    'one qubit, where a traceless Hermitian H has H² = h²I',
    'd = 2',
    'H H = h^2 I',
    'tr(H) = 0',
    'Z = 2/3 h^2',
  ),
} as const;
