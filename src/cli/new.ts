import { writeFile } from 'node:fs/promises';
import { BadInput } from '../numeric/bad-input.js';
import { readArguments } from './options.js';
import { print } from './output.js';

export const name = 'new';

export const summary = 'writes a conjecture to start from';

export const usage = `Usage: kasym new NAME

Writes NAME.claim.ts into this folder, a conjecture that runs: edit its statement, then
"kasym check NAME.claim.ts". A file that is there already is left alone.

  NAME     letters, digits, dots and dashes
  --help   this text

Example: kasym new my-idea
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { operands } = readArguments(argv, {
    command: name,
    flags: [],
    values: [],
    operands: { name: 'NAME', min: 1, max: 1 },
  });
  const id = operands[0]!;
  if (!/^[a-z0-9][a-z0-9.-]*$/i.test(id)) {
    throw new BadInput(`new: expected a name of letters, digits, dots and dashes, got ${JSON.stringify(id)}`);
  }
  const file = `${id}.claim.ts`;
  await writeFile(file, template(id), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(error.code === 'EEXIST' ? `${file}: is there already` : `${file}: ${error.message}`);
  });
  await print(`${file}: written; "kasym check ${file}" decides it\n`);
  return 0;
}

const template = (id: string): string =>
  [
    "import { claim } from 'kasym';",
    "import { given, qnn, qnnModels } from 'kasym/paper';",
    '',
    '/** What is conjectured: edit the statement, and the hypotheses with the models that fit them. */',
    'export default claim({',
    `  id: '${id}',`,
    "  title: 'The kernel of one sample is at most 2',",
    "  source: 'my idea',",
    '  // The symbols of the paper: M, rho as ρ, v, y, the prediction ŷ, the residual r, the loss L, K, Kasym, γ, ...',
    '  theory: qnn,',
    '  // left = right, left <= right or left >= right, for all samples i, j and parameters l.',
    "  statement: 'Kasym_jj <= 2',",
    '  // Pure inputs, and a measurement with eigenvalues ±1.',
    '  given: { pure: given.pure, pauli: given.pauli },',
    '  // Instances on which these hypotheses hold, exact or floating: pure or mixed; pauli, scaled (±γ), gapped (±1 and 0) or general.',
    "  models: qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: false }),",
    '});',
    '',
  ].join('\n');
