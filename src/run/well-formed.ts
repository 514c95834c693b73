/** What a corpus has to be before it is worth verifying: connected, and written in terms that can be read. */
import type { Claim, Corpus } from '../claim/claim.js';
import { isEnclosureClaim } from '../claim/enclosure-claim.js';
import { isExperimentClaim } from '../claim/experiment-claim.js';
import { isStatisticalClaim } from '../claim/statistical-claim.js';
import { readEnclosure } from '../engines/certify/read-enclosure.js';
import { variantNames } from '../engines/mutants.js';
import { barrierOf, fallStatement } from '../engines/prove.js';
import { constantOf } from '../engines/tighten/constant.js';
import { BadInput } from '../numeric/bad-input.js';
import { parseTerm } from '../symbolic/notation/parse.js';

/** Ids are unique, and a claim uses and repairs claims that stand before or beside it. Throws BadInput. */
export function requireConnected({ claims }: Corpus, path: string): void {
  const ids = new Set(claims.map(({ id }) => id));
  const earlier = new Set<string>();
  for (const { id, uses, repairs } of claims) {
    if (earlier.has(id)) throw new BadInput(`${path}: two claims are called ${id}`);
    for (const used of uses) {
      if (!earlier.has(used)) throw new BadInput(`${path}: ${id} uses ${used}, which is not a claim before it`);
    }
    if (repairs === id) throw new BadInput(`${path}: ${id} repairs itself`);
    if (repairs !== null && !ids.has(repairs))
      throw new BadInput(`${path}: ${id} repairs ${repairs}, which is no claim`);
    earlier.add(id);
  }
}

/**
 * Every statement and wrong variant parses, proofs of variants find theirs, names mean one thing within a claim, and a
 * declared constant is that of the statement. Throws BadInput.
 */
export function requireReadable({ claims }: Corpus, path: string): void {
  for (const claim of claims) {
    const complain = (message: string): never => {
      throw new BadInput(`${path}: ${claim.id}: ${message}`);
    };
    const twice = ambiguity(claim);
    if (twice !== null) complain(twice);
    if (isStatisticalClaim(claim) || isExperimentClaim(claim)) continue;
    try {
      if (isEnclosureClaim(claim)) {
        readEnclosures(claim);
        continue;
      }
      readVariants(claim);
      readBarrier(claim);
      if (claim.constant != null) constantOf(claim);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  }
}

/** A second law of one name would never run, and a hypothesis would be cited in place of a theorem of its name. */
function ambiguity({ laws, uses, given }: Claim): string | null {
  const ids = laws.map(({ id }) => id);
  const law = ids.find((id, k) => ids.indexOf(id) < k);
  if (law !== undefined) return `two laws are called ${law}`;
  const name = uses.find((used) => Object.hasOwn(given, used));
  return name === undefined ? null : `a hypothesis has the name of ${name}, which is a claim that it uses`;
}

/** A proof for a variant that nobody makes would never be read. */
function readVariants(claim: Claim): void {
  const names = variantNames(claim);
  const stray = Object.keys(claim.alsoTrue).find((name) => !names.includes(name));
  if (stray !== undefined) throw new BadInput(`alsoTrue proves '${stray}', which is none of its wrong variants`);
}

/** Formulas are polynomials with rational coefficients, and boxes have their lower ends first. */
function readEnclosures({ theory, statement, mutants }: Claim): void {
  for (const said of [statement, ...mutants.map((mutant) => mutant.statement)]) {
    if (typeof said === 'string' || said.kind !== 'enclosure')
      throw new BadInput('expected an enclosure, as it is one');
    readEnclosure(theory, said.enclosure);
  }
}

function readBarrier(claim: Claim): void {
  const barrier = barrierOf(claim);
  if (barrier === null) return;
  for (const name of [barrier.inside, barrier.outside]) {
    if (!Object.hasOwn(claim.given, name))
      throw new BadInput(`the barrier names the hypothesis ${name}, which is not given`);
  }
  parseTerm(claim.theory.signature, barrier.bound);
  fallStatement(claim.theory.signature, barrier);
}
