// Compiles src/numeric/wasm into dist, unless what is there is newer: once for every machine, once with fused multiply-add.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'src/numeric/wasm');
const out = join(root, 'dist/src/numeric/wasm');
const entry = 'training-step';
const MODULES = { [`${entry}.wasm`]: ['simd'], [`${entry}-fma.wasm`]: ['simd', 'relaxed-simd'] };

const changed = (file) => statSync(file).mtimeMs;

/** Also what Vitest calls before the tests, which run from the sources. */
export default async function compileWasm() {
  const sources = readdirSync(folder).map((name) => join(folder, name));
  const newest = Math.max(...sources.map(changed), changed(fileURLToPath(import.meta.url)));
  mkdirSync(out, { recursive: true });
  for (const [name, features] of Object.entries(MODULES)) {
    const target = join(out, name);
    if (existsSync(target) && changed(target) >= newest) continue;
    const { default: asc } = await import('assemblyscript/asc');
    // Written beside and renamed, so that nobody reads half a module.
    const half = `${target}.${process.pid}`;
    const { error, stderr } = await asc.main([
      join(folder, `${entry}.ts`),
      ...['--outFile', half, '-O3', '--converge', '--noAssert', '--runtime', 'stub', '--importMemory'],
      ...features.flatMap((feature) => ['--enable', feature]),
    ]);
    if (error) throw new Error(`wasm: ${name}: ${error.message}\n${stderr}`);
    renameSync(half, target);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileWasm();
