/** One command of `kasym`: its file exports exactly these names, so that a module of the table is a command. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `kasym NAME --help`, ending with a newline. */
  readonly usage: string;
  /** Runs with the arguments after the name and gives the exit code; throws `BadInput` for what the caller can mend. */
  readonly run: (argv: readonly string[]) => Promise<number>;
}
