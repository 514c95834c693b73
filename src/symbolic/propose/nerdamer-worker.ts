/** The thread in which nerdamer runs, so that a computation that does not end can be stopped. */
import { parentPort } from 'node:worker_threads';
import nerdamer from 'nerdamer';
import 'nerdamer/Algebra.js';
import 'nerdamer/Calculus.js';
import 'nerdamer/Solve.js';
import type { NerdamerAnswer, NerdamerRequest } from './nerdamer.js';

/** Missing in nerdamer's own declarations. */
const { solveEquations } = nerdamer as unknown as {
  readonly solveEquations: (equations: string[], variables: string[]) => unknown;
};

/** What nerdamer is allowed to do. Its simplify, factor, eq and limit were measured to be wrong and are never called. */
function perform(request: NerdamerRequest): string[] {
  switch (request.operation) {
    case 'expand':
      return [nerdamer(`expand(${request.expression})`).text('fractions')];
    case 'diff':
    case 'integrate':
    case 'partfrac':
      return [nerdamer(`${request.operation}(${request.expression}, ${request.variable})`).text('fractions')];
    case 'solve': {
      const pairs = solveEquations([...request.equations], [...request.variables]);
      return request.variables.map((name) => solutionFor(name, pairs));
    }
  }
}

/** nerdamer gives the solution of a linear system as a list of pairs [name, value]. */
function solutionFor(name: string, pairs: unknown): string {
  const found = Array.isArray(pairs)
    ? pairs.find((pair) => Array.isArray(pair) && String(pair[0]) === name)
    : undefined;
  if (found === undefined) throw new Error(`no solution for ${name}`);
  return nerdamer(String(found[1])).text('fractions');
}

parentPort!.on('message', (request: NerdamerRequest) => {
  let answer: NerdamerAnswer;
  try {
    answer = { texts: perform(request), failure: null };
  } catch (error) {
    answer = { texts: [], failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(answer);
});
