import type { Command } from './command.js';

/** The commands in the order of the help text. Each is loaded only when it is used, so that `kasym kernel` starts quickly. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  verify: () => import('./verify.js'),
  merge: () => import('./merge.js'),
  list: () => import('./list.js'),
  graph: () => import('./graph.js'),
  errata: () => import('./errata.js'),
  explain: () => import('./explain.js'),
  axioms: () => import('./axioms.js'),
  tighten: () => import('./tighten.js'),
  figure: () => import('./figure.js'),
  certify: () => import('./certify.js'),
  init: () => import('./init.js'),
  new: () => import('./new.js'),
  check: () => import('./check.js'),
  replay: () => import('./replay.js'),
  kernel: () => import('./kernel.js'),
  simulate: () => import('./simulate.js'),
  expand: () => import('./expand.js'),
};
