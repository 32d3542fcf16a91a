// A small client of the API: tokens, problems, ETags while waiting. No package is needed; Node 20 or a browser.

/** A refusal (RFC 9457): `code` is for programs, `errors` names each field. */
export class Problem extends Error {
  constructor(body, retryAfter) {
    super(`${body.status} ${body.code}: ${body.detail}`);
    Object.assign(this, body, { retryAfter });
  }
}

export class Client {
  constructor(origin, token = "") {
    this.origin = origin;
    this.token = token;
  }

  /** Send a request; answers with the body, and throws a Problem for a refusal. */
  async send(method, path, body, headers = {}) {
    const url = path.startsWith("/api/") ? path : `/api/v1${path}`;
    const sent = { ...headers };
    if (this.token) sent.Authorization = `Bearer ${this.token}`;
    if (body !== undefined) sent["Content-Type"] = "application/json";
    const answer = await fetch(this.origin + url, {
      method,
      headers: sent,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    this.last = answer;
    if (answer.status === 304) return null;
    const found = text ? JSON.parse(text) : null;
    if (!answer.ok) throw new Problem(found, Number(answer.headers.get("Retry-After") ?? 0));
    return found;
  }

  get(path, headers) {
    return this.send("GET", path, undefined, headers);
  }

  /** A POST that may be repeated: with the same key it is worked on once. */
  post(path, body, key = crypto.randomUUID()) {
    return this.send("POST", path, body, { "Idempotency-Key": key });
  }

  put(path, body) {
    return this.send("PUT", path, body);
  }

  /** Read an address again and again until `isReady` says so; unchanged answers cost nothing. */
  async until(path, isReady, { seconds = 60 } = {}) {
    const end = Date.now() + seconds * 1000;
    let etag = "";
    while (Date.now() < end) {
      const found = await this.get(path, etag ? { "If-None-Match": etag } : {});
      if (found && isReady(found)) return found;
      etag = this.last.headers.get("ETag") ?? "";
      await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`${path} was not ready in ${seconds} s`);
  }
}
