/** Which units of a run need not be performed, because the evidence for their claims is known. */
import type { Corpus } from '../../claim/claim.js';
import type { DoneUnit } from '../merge.js';
import type { WorkUnit } from '../units.js';
import type { EvidenceKey } from './evidence-keys.js';
import type { EvidenceStore } from './evidence-store.js';

export interface KeptEvidence {
  readonly store: EvidenceStore;
  readonly keyOf: EvidenceKey;
  /** Told how many of the claims were found in the store. */
  readonly onFound?: (found: number, claims: number) => void;
}

export interface EvidenceMemory {
  /** By claim. */
  readonly found: ReadonlyMap<string, readonly DoneUnit[]>;
  /** Saves a claim's evidence when its last unit is done. */
  note(done: DoneUnit): void;
  saved(): Promise<void>;
}

export async function memoryOf(
  corpus: Corpus,
  units: readonly WorkUnit[],
  evidence: KeptEvidence | null | undefined,
): Promise<EvidenceMemory> {
  if (evidence == null) return { found: new Map(), note: () => {}, saved: async () => {} };
  const { store, keyOf, onFound } = evidence;
  const claims = new Map(corpus.claims.map((claim) => [claim.id, claim]));
  const byClaim = new Map<string, WorkUnit[]>();
  for (const unit of units) byClaim.set(unit.claimId, [...(byClaim.get(unit.claimId) ?? []), unit]);
  const keys = new Map([...byClaim].map(([id, own]) => [id, keyOf(claims.get(id)!, own)]));
  const found = new Map<string, readonly DoneUnit[]>();
  await Promise.all(
    [...keys].map(async ([id, key]) => {
      const known = await store.load(id, key);
      if (known !== null) found.set(id, known);
    }),
  );
  onFound?.(found.size, byClaim.size);

  const coming = new Map<string, DoneUnit[]>();
  const saves: Promise<void>[] = [];
  return {
    found,
    note(done) {
      const id = done.unit.claimId;
      const all = [...(coming.get(id) ?? []), done];
      coming.set(id, all);
      if (all.length === byClaim.get(id)!.length) saves.push(store.save(id, keys.get(id)!, all));
    },
    async saved() {
      await Promise.all(saves);
    },
  };
}
