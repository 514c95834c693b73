/** `npm run fuzz -- --runs 100000 --seed 1`: the kernel's normal form against exact evaluation, in batches. */
import { parseArgs } from 'node:util';
import { type FuzzCounts, fuzzIdentities, TOLD_APART } from './identity-fuzz.js';

const BATCH = 1000;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '120000' }, seed: { type: 'string', default: '1' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('fuzz: expected --runs N (a positive integer) and --seed S (an integer)\n');
  process.exit(2);
}

const total = { identities: 0, coincidences: 0, toldApart: 0, open: 0 };
const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);

for (let done = 0; done < runs; done += BATCH) {
  const batchSeed = seed + done / BATCH;
  let counts: FuzzCounts;
  try {
    counts = fuzzIdentities(batchSeed, Math.min(BATCH, runs - done));
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write(`DISAGREEMENT: replay with npm run fuzz -- --runs ${BATCH} --seed ${batchSeed}\n`);
    process.exit(1);
  }
  for (const key of Object.keys(total) as (keyof FuzzCounts)[]) total[key] += counts[key];
  process.stderr.write(`\r${Math.min(done + BATCH, runs)} of ${runs} in ${seconds()} s`);
}

const different = total.toldApart + total.open;
const share = different === 0 ? 1 : total.toldApart / different;
process.stdout.write(
  `
identities agreed          ${total.identities + total.coincidences} (${total.coincidences} of them by chance)
non-identities told apart  ${total.toldApart} of ${different} (${(100 * share).toFixed(2)}%, at least ${100 * TOLD_APART}% asked)
disagreements              0
seed ${seed}, ${seconds()} s
`,
);
process.exitCode = share >= TOLD_APART || different < BATCH ? 0 : 1;
