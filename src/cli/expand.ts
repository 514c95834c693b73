import { expandInstance } from '../quantum/instance.js';
import { documentText } from '../quantum/instance-document.js';
import { readInstance } from './instance-source.js';
import { readArguments } from './options.js';
import { print } from './output.js';

export const name = 'expand';

export const summary = "an instance file with its recipe's ansatz written out";

export const usage = `Usage: kasym expand FILE

Prints the instance file with the ansatz in its explicit form: U_0, and for each layer H_l and U_l.
A recipe such as {"kind": "periodic", "layers": 80, "seed": 1} is replaced by the matrices that it
stands for; everything else is printed as it is.

  FILE     an instance file (JSON), or - for stdin
  --help   this text

Example: kasym expand fixtures/instances/periodic-recipe.json > explicit.json
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { operands } = readArguments(argv, {
    command: name,
    flags: [],
    values: [],
    operands: { name: 'FILE', min: 1, max: 1 },
  });
  await print(documentText(expandInstance(await readInstance(operands[0]))));
  return 0;
}
