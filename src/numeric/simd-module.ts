import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

/** What src/numeric/wasm/training-step.ts exports; every number but h is an integer, and the rest are addresses or sizes. */
export interface StepExports {
  shape(half: number, layers: number, products: number, size: number, blocks: number, samples: number, h: number): void;
  place(start: number, matrices: number, adjoints: number, rotations: number, weights: number, labels: number): void;
  work(phases: number, kept: number, here: number, there: number, predictions: number, gradient: number): void;
  forward(): number;
  lossGradient(): number;
}

export interface SimdOptions {
  /**
   * Multiply and add with one rounding. A little faster, but the last bits then depend on the processor, so never for what is
   * recorded. Default false: the same bits on every machine.
   */
  readonly fused?: boolean;
}

/** Beside this file where the package is built; in `dist` where tests run from the sources. */
const PLACES = ['./wasm/', '../../dist/src/numeric/wasm/'];

const compiled = new Map<string, WebAssembly.Module | Error>();

/** The module that holds the training step, or why there is none, in one line. */
export function stepModule({ fused = false }: SimdOptions = {}): WebAssembly.Module | Error {
  const name = fused ? 'training-step-fma.wasm' : 'training-step.wasm';
  const known = compiled.get(name) ?? compile(name, fused);
  compiled.set(name, known);
  return known;
}

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): StepExports {
  // AssemblyScript imports `abort`, though nothing here calls it.
  const env = { memory, abort: () => undefined };
  return new WebAssembly.Instance(module, { env }).exports as unknown as StepExports;
}

function compile(name: string, fused: boolean): WebAssembly.Module | Error {
  for (const place of PLACES) {
    const bytes = readIfThere(new URL(place + name, import.meta.url));
    if (bytes === null) continue;
    try {
      // Node 20 has relaxed SIMD behind a flag, which may be set as long as it is set before the module is compiled.
      if (fused) setFlagsFromString('--experimental-wasm-relaxed-simd');
      return new WebAssembly.Module(bytes);
    } catch (error) {
      return new Error(`simd: this Node cannot compile ${name}: ${(error as Error).message}`);
    }
  }
  return new Error(`simd: ${name} is not built: run npm run build`);
}

function readIfThere(file: URL): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return null;
  }
}
