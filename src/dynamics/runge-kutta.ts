/** The two operations of a real vector space that an explicit integrator needs. */
export interface VectorSpace<S> {
  /** a + h b. */
  readonly shifted: (a: S, h: number, b: S) => S;
}

/** One step of length h of the classical fourth-order Runge-Kutta method for dy/dt = f(y); local error O(h^5), four calls of f. */
export function rungeKuttaStep<S>(space: VectorSpace<S>, f: (y: S) => S, y: S, h: number): S {
  const { shifted } = space;
  const k1 = f(y);
  const k2 = f(shifted(y, h / 2, k1));
  const k3 = f(shifted(y, h / 2, k2));
  const k4 = f(shifted(y, h, k3));
  return shifted(shifted(shifted(shifted(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
}
