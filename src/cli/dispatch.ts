import { BadInput } from '../numeric/bad-input.js';
import { nearestWord } from '../quantum/nearest-word.js';
import { alignedNames } from '../report/text-table.js';
import { commands } from './commands.js';
import { failureOf } from './failure.js';
import { heading, print } from './output.js';
import { version } from './version.js';

/** Runs `kasym ARGV` and gives the exit code; every error becomes one line on stderr here, and only here. */
export async function dispatch(argv: readonly string[]): Promise<number> {
  try {
    return await perform(argv);
  } catch (error) {
    const { text, exitCode } = failureOf(error, Boolean(process.env.KASYM_DEBUG));
    process.stderr.write(text);
    return exitCode;
  }
}

async function perform([word, ...rest]: readonly string[]): Promise<number> {
  if (word === '--version') return printed(`${await version()}\n`);
  if (word === undefined || isHelp(word)) return printed(await overview());
  if (word === 'help') return perform(rest.length === 0 ? ['--help'] : [rest[0], '--help']);
  const load = Object.hasOwn(commands, word) ? commands[word] : null;
  if (load === null) {
    const near = nearestWord(word, Object.keys(commands));
    const hint = near === null ? '"kasym --help" lists the commands' : `did you mean "${near}"?`;
    throw new BadInput(`unknown ${word.startsWith('-') ? 'option' : 'command'} ${JSON.stringify(word)}; ${hint}`);
  }
  const command = await load();
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  return options.some(isHelp) ? printed(command.usage) : command.run(rest);
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return `kasym verifies the convergence theory of quantum neural networks.

${heading('Usage')}: kasym COMMAND [arguments]

${heading('Commands')}
${alignedNames(loaded.map(({ name, summary }) => [name, summary]))}
"kasym COMMAND --help" explains one.
Exit codes: 0 fine, 1 worse or refuted, 2 bad input, 130 interrupted.
`;
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

async function printed(text: string): Promise<number> {
  await print(text);
  return 0;
}
