/** A number as the file has it: a JSON number, or a string "p/q" with an exact reading. */
export type FileNumber = number | string;

/** A missing imaginary part means zeros. */
export interface FileVector {
  readonly re: readonly FileNumber[];
  readonly im?: readonly FileNumber[];
}

export interface FileMatrix {
  readonly re: readonly (readonly FileNumber[])[];
  readonly im?: readonly (readonly FileNumber[])[];
}

/** U_p e^{-i theta_p H_p} ... U_1 e^{-i theta_1 H_1} U_0: `initial` is U_0, layer l holds H_l and U_l. */
export interface ExplicitAnsatz {
  readonly initial: FileMatrix;
  readonly layers: readonly { readonly generator: FileMatrix; readonly unitary: FileMatrix }[];
}

export type AnsatzRecipe =
  | { readonly kind: 'periodic'; readonly layers: number; readonly seed: number }
  | { readonly kind: 'hardware-efficient'; readonly layers: number };

/** An instance file: the JSON of one QNN problem, numbers as written. */
export interface InstanceDocument {
  readonly dimension: number;
  /** State vectors (length d) or density matrices (d x d). */
  readonly states: readonly (FileVector | FileMatrix)[];
  readonly labels: readonly FileNumber[];
  /** M_0 / gamma. */
  readonly measurement: { readonly pauli: string } | FileMatrix;
  readonly gamma?: FileNumber;
  readonly ansatz?: ExplicitAnsatz | AnsatzRecipe;
  readonly parameters?: readonly FileNumber[];
  readonly learningRate?: FileNumber;
}

/** The document as text: one line for each top-level key, since a line for each number would not be read by anyone. */
export function documentText(document: InstanceDocument): string {
  const lines = Object.entries(document).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
