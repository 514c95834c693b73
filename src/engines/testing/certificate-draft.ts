/** Certificates as they are read back from files, open to change: what the tests tamper with. */
import type { Json, JsonObject } from '../certificate-format.js';

export interface StatementDraft {
  left: JsonObject;
  relation: string;
  right: JsonObject;
}

export interface ReasonDraft {
  by: string;
  using: string[];
  variable?: string;
  certificate?: JsonObject;
  witness?: Json;
  base?: Json;
  step?: Json;
}

export interface LinkDraft {
  from: JsonObject;
  relation: string;
  to: JsonObject;
  remark: string;
  reason: ReasonDraft;
}

export interface ChainDraft {
  statement: StatementDraft;
  start: JsonObject;
  links: LinkDraft[];
}

export interface TheoremDraft {
  statement: StatementDraft;
  needs: string[];
  cites: string[];
  nonzero: JsonObject[];
}

export interface HypothesisDraft {
  text: string;
  rules: { left: JsonObject; right: JsonObject }[];
  facts: JsonObject[];
}

export interface SymbolDraft {
  kind: string;
  real?: boolean;
  rows?: string;
  cols?: string;
  hermitian?: boolean;
  constant: boolean;
  velocity: string | null;
  over: string[];
}

export interface SignatureDraft {
  sizes: string[];
  squares: Record<string, string>;
  indices: Record<string, string>;
  exponents: Record<string, number>;
  symbols: Record<string, SymbolDraft>;
}

export interface DecayDraft {
  kind: string;
  loss: string;
  rate: JsonObject;
  barrier: { quantity: JsonObject; bound: JsonObject; inside: string; outside: string; falls: ChainDraft } | null;
}

export interface CertificateDraft {
  format: string;
  version: number;
  claim: string;
  signature: SignatureDraft;
  hypotheses: Record<string, HypothesisDraft>;
  uses: Record<string, TheoremDraft>;
  theorem: TheoremDraft;
  decay: DecayDraft | null;
  proof: ChainDraft;
}
