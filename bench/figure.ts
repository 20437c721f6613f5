/** One line of the bench's output. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  /** What the product is held to: at least so much of a ratio, less than so much of a time. */
  goal: number;
  detail: object;
}
