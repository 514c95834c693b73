import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { commands } from './commands.js';
import { dispatch } from './dispatch.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function kasym(...argv: string[]) {
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  const exitCode = await dispatch(argv);
  const written = (spy: typeof out) => spy.mock.calls.map(([text]) => text).join('');
  const result = { exitCode, out: written(out), err: written(err) };
  vi.restoreAllMocks();
  return result;
}

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/instances/${name}.json`, import.meta.url));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const qubit = {
  dimension: 2,
  states: [{ re: [1, 0] }],
  labels: [1],
  measurement: {
    re: [
      [0, 1],
      [1, 0],
    ],
  },
  ansatz: {
    initial: {
      re: [
        [1, 0],
        [0, 1],
      ],
    },
    layers: [
      {
        generator: {
          re: [
            [0, 0],
            [0, 0],
          ],
          im: [
            [0, -1],
            [1, 0],
          ],
        },
        unitary: {
          re: [
            [1, 0],
            [0, 1],
          ],
        },
      },
    ],
  },
};

describe('help', () => {
  test.each([[], ['--help'], ['-h'], ['help']])('kasym %s lists every command', async (...argv: string[]) => {
    const { exitCode, out } = await kasym(...argv);
    expect(exitCode).toBe(0);
    for (const [name, load] of Object.entries(commands)) {
      const command = await load();
      expect(command.name).toBe(name);
      expect(out).toContain(command.summary);
    }
  });

  test.each(Object.keys(commands))('kasym %s --help shows its usage, wherever it stands', async (name) => {
    const { usage } = await commands[name]();
    for (const argv of [
      [name, '--help'],
      [name, 'nowhere.json', '-h'],
      ['help', name],
    ]) {
      expect(await kasym(...argv)).toEqual({ exitCode: 0, out: usage, err: '' });
    }
  });

  test('--version', async () => {
    expect((await kasym('--version')).out).toMatch(/^kasym \d+\.\d+\.\d+\n$/);
  });
});

describe('kernel', () => {
  test('--json prints one object, without an ansatz only what needs none', async () => {
    const { exitCode, out, err } = await kasym('kernel', fixture('rational-qubit'), '--json');
    expect([exitCode, err]).toEqual([0, '']);
    const keys = ['predictions', 'residuals', 'loss', 'gradient', 'K', 'Kasym', 'eta', 'Kpert'];
    expect(Object.keys(JSON.parse(out))).toEqual(keys);
    const bare = JSON.parse((await kasym('kernel', fixture('no-ansatz'), '--json')).out);
    expect(Object.keys(bare)).toEqual(['predictions', 'residuals', 'loss', 'Kasym']);
  });

  test('the table for people has no colours outside a terminal', async () => {
    const { out } = await kasym('kernel', fixture('orthonormal-pure'));
    expect(out).toContain('d = 4, m = 2, p = 5, gamma = 1\n');
    expect(out).toContain('Kasym, the asymptotic kernel\n');
    expect(out).not.toContain('\u001b');
  });
});

describe('simulate', () => {
  test('descent prints iteration 0 and every k-th', async () => {
    const { out } = await kasym('simulate', fixture('rational-qubit'), '--steps', '7', '--every', '3', '--json');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.iteration)).toEqual([0, 3, 6]);
    expect(Object.keys(lines[0])).toEqual(['iteration', 'loss', 'predictions']);
    expect(lines[2].loss).toBeLessThan(lines[0].loss);
  });

  const training = fileURLToPath(new URL('../../fixtures/training/sixteen-levels.json', import.meta.url));

  const simulated = async (...argv: string[]) => {
    const { exitCode, out, err } = await kasym('simulate', ...argv, '--json');
    const lines = out.split('\n').filter((line) => line !== '');
    return { exitCode, err, lines: lines.map((line) => JSON.parse(line)) };
  };

  test('descent by strides prints the same iterations and losses, with errors that cover the difference', async () => {
    const argv = [training, '--steps', '600', '--every', '150'];
    const discrete = await simulated(...argv, '--descent', 'discrete');
    const flow = await simulated(...argv, '--descent', 'flow', '--tolerance', '1e-7');
    expect([flow.exitCode, flow.err]).toEqual([0, '']);
    expect(flow.lines).toHaveLength(5);
    flow.lines.forEach((line, k) => {
      const { iteration, loss, predictions } = discrete.lines[k];
      expect(Object.keys(line)).toEqual(['iteration', 'loss', 'predictions', 'error']);
      expect(line.iteration).toBe(iteration);
      expect(line.predictions).toHaveLength(predictions.length);
      expect(Math.abs(line.loss - loss)).toBeLessThanOrEqual(line.error);
      expect(line.error).toBeLessThan(1e-6 * loss);
    });
  });

  test('a kept run goes on where it ended, and only that run', async () => {
    const state = join(folder, 'state.json');
    const argv = (steps: string, every = '100') => [
      ...[training, '--steps', steps, '--every', every],
      ...['--descent', 'flow', '--state', state],
    ];
    const first = await simulated(...argv('300'));
    const second = await simulated(...argv('500'));
    expect(second.err).toContain('going on after iteration 300, from ');
    rmSync(state);
    expect([...first.lines, ...second.lines]).toEqual((await simulated(...argv('500'))).lines);
    const other = await simulated(...argv('500', '50'));
    expect([other.exitCode, other.err]).toEqual([
      2,
      `kasym: --state ${state}: expected the state of this run, got that of another\n`,
    ]);
  });

  test('where steps are not small beside the curvature it says so, and is the discrete descent', async () => {
    const large = file('large-step.json', { ...qubit, learningRate: 1 });
    const argv = [large, '--steps', '4'];
    const flow = await simulated(...argv, '--descent', 'flow');
    expect(flow.err).toBe(
      `kasym: ${large}: learningRate times the largest curvature is 4, more than 0.5: running the discrete descent\n`,
    );
    const { lines } = await simulated(...argv);
    expect(flow.lines).toEqual(lines.map((line) => ({ ...line, error: 0 })));
  });

  test.each([
    [['--descent', 'flows'], '--descent: expected discrete or flow, got "flows"'],
    [['--descent', 'flow', '--tolerance', '0'], '--tolerance: expected a number > 0, got "0"'],
    [['--descent', 'flow', '--tolerance', '-1e-6'], '--tolerance: expected a number > 0, got "-1e-6"'],
    [['--descent', 'flow', '--tolerance', '0.02'], '--tolerance: expected at most 1e-2, got 0.02'],
    [['--tolerance', '1e-6'], '--tolerance: belongs to --descent flow'],
    [['--state', 'x'], '--state: belongs to --descent flow'],
  ])('simulate %s is refused', async (options, message) => {
    const { exitCode, err } = await kasym('simulate', training, '--steps', '1', ...options);
    expect([exitCode, err]).toEqual([2, `kasym: ${message}\n`]);
  });

  test('descent by strides needs a step above zero', async () => {
    const still = file('still.json', { ...qubit, learningRate: 0 });
    const { exitCode, err } = await kasym('simulate', still, '--steps', '1', '--descent', 'flow');
    expect([exitCode, err]).toEqual([2, `kasym: ${still}: learningRate: expected a number > 0, got 0\n`]);
  });

  test('the asymptotic flow prints times, and needs no ansatz', async () => {
    const argv = [
      'simulate',
      fixture('no-ansatz'),
      '--flow',
      'asymptotic',
      '--time',
      '0.3',
      '--every',
      '0.1',
      '--json',
    ];
    const lines = (await kasym(...argv)).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(Object.keys(lines[0])).toEqual(['time', 'loss', 'predictions']);
    expect(lines[3].time).toBeCloseTo(0.3, 15);
    expect(lines[3].loss).toBeLessThan(lines[0].loss);
  });

  test('people see aligned columns', async () => {
    const { out } = await kasym('simulate', fixture('rational-qubit'), '--steps', '2');
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('   iteration          loss        yhat_1        yhat_2');
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  test('a descent that overflows says so after what was valid', async () => {
    const path = file('steep.json', { ...qubit, learningRate: 1e308, parameters: [0.3], labels: [-1e3] });
    const { exitCode, out, err } = await kasym('simulate', path, '--steps', '5', '--json');
    expect(exitCode).toBe(2);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toBe(`kasym: ${path}: learningRate: 1e+308 is too large: descent diverges at iteration 1\n`);
  });
});

test('expand writes what reads back as the same instance', async () => {
  const explicit = file('explicit.json', (await kasym('expand', fixture('periodic-recipe'))).out);
  const [direct, expanded] = [
    await kasym('kernel', fixture('periodic-recipe'), '--json'),
    await kasym('kernel', explicit, '--json'),
  ];
  expect(expanded).toEqual(direct);
});

describe('bad input is one line on stderr, nothing on stdout, and exit code 2', () => {
  const good = fixture('rational-qubit');
  const noRate = () => file('no-rate.json', qubit);
  const missing = join(folder, 'missing.json');
  test.each([
    [['kernle', good], 'unknown command "kernle"; did you mean "kernel"?'],
    [['zzzz'], 'unknown command "zzzz"; "kasym --help" lists the commands'],
    [['constructor'], 'unknown command "constructor"; "kasym --help" lists the commands'],
    [['--jsn'], 'unknown option "--jsn"; "kasym --help" lists the commands'],
    [['kernel'], 'kernel: expected FILE; "kasym kernel --help" shows the usage'],
    [['kernel', missing], `${missing}: no such file`],
    [['kernel', folder], `${folder}: expected an instance file, got a directory`],
    [['kernel', join(good, 'x')], `${join(good, 'x')}: no such file, since a part of the path is not a directory`],
    [['simulate', good], '--steps: expected the number of iterations, e.g. --steps 1000'],
    [['simulate', good, '--steps', 'abc'], '--steps: expected an integer, got "abc"'],
    [['simulate', good, '--steps', '-1'], '--steps: expected an integer >= 0, got -1'],
    [['simulate', good, '--steps', '3', '--every', '0'], '--every: expected an integer >= 1, got 0'],
    [['simulate', good, '--flow', 'x'], '--flow: expected descent or asymptotic, got "x"'],
    [['simulate', good, '--flow', 'asymptotic'], '--time: expected how long to follow the flow, e.g. --time 5'],
    [
      ['simulate', good, '--flow', 'asymptotic', '--time', '1', '--every', '2'],
      '--every: expected at most --time 1, got 2',
    ],
    [
      ['simulate', good, '--flow', 'asymptotic', '--steps', '1'],
      '--steps: belongs to gradient descent; --flow asymptotic takes --time',
    ],
    [
      ['simulate', good, '--steps', '1', '--time', '1'],
      '--time: belongs to --flow asymptotic; gradient descent takes --steps',
    ],
    [
      ['simulate', fixture('no-ansatz'), '--steps', '1'],
      `${fixture('no-ansatz')}: ansatz: expected one for gradient descent, got none; --flow asymptotic needs none`,
    ],
    [['simulate', noRate(), '--steps', '1'], `${noRate()}: learningRate: expected one for gradient descent, got none`],
    [
      ['kernel', file('huge.json', { ...qubit, labels: [1e200] })],
      `${join(folder, 'huge.json')}: the numbers are too large: loss is not finite`,
    ],
    [['expand', file('cut.json', '{"dimension": 2,')], `${join(folder, 'cut.json')}: `],
  ])('%j', async (argv, message) => {
    const { exitCode, out, err } = await kasym(...argv);
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err.startsWith(`kasym: ${message}`)).toBe(true);
    expect(err.split('\n')).toEqual([expect.anything(), '']);
  });
});
