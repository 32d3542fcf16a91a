// Takes a whole typed interview by the API, from a job's public link to the feedback.
//
//   node interview.mjs http://localhost:8000 <token of the public link> asha@example.com
//
// When "code?" is printed, type the six digits from the e-mail (in development: http://localhost:8000/outbox/).

import { createInterface } from "node:readline/promises";
import { Client } from "./client.mjs";

const [origin, publicToken, email] = process.argv.slice(2);
const api = new Client(origin);
const ANSWER =
  "I built a Django service that handled payments for two years. Queries were slow, so I measured them, " +
  "added two indexes and cached the exchange rates. I chose PostgreSQL because we needed transactions.";

async function code() {
  console.log("code?");
  const input = createInterface({ input: process.stdin });
  const { value } = await input[Symbol.asyncIterator]().next();
  input.close();
  return value.trim();
}

const stages = {
  async consent(at) {
    const shown = await api.get(`${at}consents/`);
    return api.post(`${at}consents/`, { agree: true, text_hash: shown.text_hash, text_only: true });
  },
  async resume(at) {
    return api.put(`${at}profile/`, {
      first_name: "Asha", last_name: "Rao", email, skills: ["python", "django", "sql"], years_of_experience: 4,
    });
  },
  async email_code(at) {
    await api.post(`${at}email-codes/`);
    const seat = await api.post(`${at}email-code-checks/`, { code: await code() });
    api.token = seat.token;
  },
  async match(at) {
    await api.post(`${at}match/`);
    await api.until(`${at}match/`, (match) => match.state !== "waiting");
    return api.post(`${at}match/`);
  },
  async quiz(at) {
    const quiz = await api.post(`${at}quiz/`);
    for (const question of quiz.questions) {
      await api.put(`${at}quiz/questions/${question.uid}/`, { options: [question.options[0].uid] });
    }
    return api.post(`${at}quiz/hand-in/`);
  },
  async coding(at) {
    const coding = await api.post(`${at}coding/`);
    for (const problem of coding.problems) {
      const program = "print(sum(map(int, input().split())))\n";
      await api.post(`${at}coding/problems/${problem.uid}/submissions/`, { kind: "submit", language: "python", code: program });
      await api.until(api.last.headers.get("Location"), (submission) => submission.done);
    }
    return api.post(`${at}coding/hand-in/`);
  },
  async devices(at) {
    return api.put(`${at}devices/`, { mode: "typed" });
  },
  async conversation(at) {
    await api.post(`${at}conversation/`);
    for (;;) {
      const moment = await api.until(`${at}conversation/`, ({ kind }) => !["preparing", "thinking"].includes(kind));
      if (moment.kind === "finished") return;
      if (moment.kind === "asking") return api.post(`${at}conversation/end/`);
      const step = moment.kind === "question" ? { do: "submit", text: ANSWER } : { do: "open" };
      await api.post(`${at}conversation/turns/${moment.turn.uid}/steps/`, step);
    }
  },
};

const seat = await api.post(`/public-links/${publicToken}/`);
api.token = seat.token;
const at = `/sittings/${seat.sitting.uid}/`;
for (let state = seat.sitting; state.stage && state.stage !== "scoring"; state = await api.get(at)) {
  console.log(state.stage);
  await stages[state.stage](at);
}
console.log("scoring");
await api.until(`${at}scoring/`, (scoring) => scoring.is_over, { seconds: 120 });
const feedback = await api.get(`${at}feedback/`);
console.log(`feedback: ${feedback.opening}`);
