/** What both bounds on a descent step share: certificates in η Σ‖H‖², sin²ψ and cos²ψ, and the step from cosines to sines. */
import { certificate, type Justification, type Positivity, positivity, type Term } from '../../src/index.js';

const { constant, fact, plus, root, square, times } = certificate;
type Read = (text: string) => Term;

/** Certificates that parts of the proof are not negative, for steps with K η Σ‖H‖² <= 1, stated by the hypothesis `bound`. */
export function parts(term: Read, bound: string, K: number) {
  const E = fact('rate');
  const slack = fact(bound); // 1 - K E
  const [σ, c] = [fact('angles/0'), fact('angles/1')];
  const [σAfter, cAfter] = [fact('angles/2'), fact('angles/3')];
  const [z, a] = [square(term('σ')), square(term('c'))];
  const scaled = (factor: string, ...factors: Positivity[]): Positivity => times(constant(term(factor)), ...factors);
  const w = scaled('8', E, z);
  const spare = plus(slack, scaled(`${K - 8}`, E)); // 1 - 8 E
  const x = plus(
    spare,
    scaled('8', E, plus(times(a, a), times(z, z), times(z, a, a, plus(constant(term('1')), z)))),
    scaled('8', E, z, z, z, a, spare),
  );
  const oneMinusW = plus(spare, scaled('8', E, a));
  const oneMinusAW = plus(spare, scaled('8', E, plus(times(a, a), times(a, z), times(z, z))));
  const oneMinusT = plus(x, scaled('8', E, z, a)); // 1 - sin²ψ cos²ψ w²
  const fall = times(fact('fall'), plus(times(c, σAfter), scaled('8', E, z, σ, c), times(σ, cAfter)));
  const above = root(
    term('σ (1 - σ^2 c^2 w^2)'),
    term('σ₊ + c^2 w σ'),
    plus(σAfter, times(a, w, σ)),
    plus(fall, times(z, z, a, w, w, oneMinusT)),
  );
  return { slack, σ, z, a, w, x, oneMinusW, oneMinusAW, above, scaled };
}

/** σ₊² >= σ² x²: the fall in sin(ψ - ψ₊), squared with both cosines, is a quadratic inequality for sin ψ₊. */
export const sineStays = (factor: string, bound: string, K: number): Justification =>
  positivity(
    (term) => {
      const { σ, above, x, w, scaled } = parts(term, bound, K);
      const longer = plus(constant(term('1')), scaled(factor, w));
      return times(constant(term('√2')), longer, above, plus(above, scaled('2', σ, x)));
    },
    'rate',
    'angles',
    'fall',
    bound,
    'meaning',
  );
