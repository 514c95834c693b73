/** The named lemmas that the kernel cites, each with what speaks for it. */
import { barrier } from './lemmas/barrier.js';
import { cauchySchwarz } from './lemmas/cauchy-schwarz.js';
import { exponential, inverseSquare } from './lemmas/comparison.js';
import { convexity } from './lemmas/convexity.js';
import type { LemmaLaw } from './lemmas/lemma-law.js';
import { meanValue } from './lemmas/mean-value.js';
import { schurProduct } from './lemmas/schur-product.js';

export const LEMMA_LAWS: readonly LemmaLaw[] = [
  cauchySchwarz,
  schurProduct,
  inverseSquare,
  exponential,
  meanValue,
  convexity,
  barrier,
];
