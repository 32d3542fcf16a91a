// How long the machine keeps somebody waiting: from the end of an answer to the first sound of the next question.
// What the candidate takes to read, to correct or to press a button is not counted.

export class Wait {
  constructor() {
    this.total = 0;
    this.since = null;
  }

  begin() {
    this.since ??= performance.now();
  }

  end() {
    if (this.since !== null) this.total += performance.now() - this.since;
    this.since = null;
  }

  /** The sum so far, in milliseconds; the next question begins at nothing. */
  taken() {
    this.end();
    const total = Math.round(this.total);
    this.total = 0;
    return total;
  }
}
