// Requests to our own server: CSRF, time-out, retry with back-off, and problem details turned into one Error.
//
//   import { request, Problem } from "./net.js";
//   const answer = await request(url, { body: { code }, timeout: 10000, retries: 2 });
//
// `body` may be an object (sent as JSON), FormData or URLSearchParams. Anything but 2xx throws a Problem.

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What went wrong: `message` is for people, `status` is 0 when the server was not reached. */
export class Problem extends Error {
  constructor({ status = 0, code = "", title = "", detail = "", errors = [], retryAfter = 0, extra = {} } = {}) {
    super(detail || title || (status ? `Error ${status}` : "No connection"));
    this.name = "Problem";
    Object.assign(this, { status, code, title, detail, errors, retryAfter, extra });
  }

  /** Whether the same request may succeed later without anybody changing anything. */
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export function csrfToken() {
  const field = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (field) return field.value;
  const cookie = document.cookie.split("; ").find((part) => part.startsWith("csrftoken="));
  return cookie ? decodeURIComponent(cookie.slice("csrftoken=".length)) : "";
}

async function parse(response) {
  if (response.status === 204) return null;
  const type = response.headers.get("Content-Type") || "";
  return /[/+]json/.test(type) ? response.json() : response.text();
}

async function problemOf(response) {
  const body = await parse(response).catch(() => null);
  const known = body && typeof body === "object" ? body : {};
  const seconds = Number(response.headers.get("Retry-After"));
  return new Problem({ ...known, status: response.status, retryAfter: Number.isFinite(seconds) ? seconds : 0, extra: known });
}

async function once(url, { method, body, headers, timeout, signal, keepalive }) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeout);
  const stop = () => giveUp.abort();
  signal?.addEventListener("abort", stop);
  try {
    const plain = body && !(body instanceof FormData) && !(body instanceof URLSearchParams) && !(body instanceof Blob);
    const response = await fetch(url, {
      method: method || (body === undefined ? "GET" : "POST"),
      body: plain ? JSON.stringify(body) : body,
      headers: {
        Accept: "application/json",
        "X-CSRFToken": csrfToken(),
        ...(plain ? { "Content-Type": "application/json" } : {}),
        ...headers,
      },
      credentials: "same-origin",
      signal: giveUp.signal,
      keepalive,
    });
    if (!response.ok) throw await problemOf(response);
    return await parse(response);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (signal?.aborted) throw error;
    throw new Problem({ title: "No connection" });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** One request; repeated up to `retries` times while the failure is a passing one. Repeat only what may run twice. */
export async function request(url, { retries = 0, timeout = 15000, ...options } = {}) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(url, { timeout, ...options });
    } catch (error) {
      if (!(error instanceof Problem) || !error.passing || attempt >= retries) throw error;
      await sleep(Math.max(error.retryAfter * 1000, backoff(attempt)));
    }
  }
}

/** Milliseconds to wait before repeat number `attempt`: 1, 2, 4 … 30 s, a little apart so that not all come at once. */
export function backoff(attempt) {
  return Math.min(30000, 1000 * 2 ** attempt) * (0.75 + Math.random() / 2);
}
