// Starts @copilotkit/aimock (an OpenAI-compatible server that we did not write) with answers worked out from what is asked.
// Usage: node aimock_server.mjs PORT PATH_TO_AIMOCK. The same request always gets the same answer.
import { pathToFileURL } from "node:url";

const [port, home] = [Number(process.argv[2]), process.argv[3]];
const { LLMock } = await import(pathToFileURL(`${home}/dist/index.js`).href);

const sentences = (text) => text.match(/[^.!?\n█]+[.!?]?/g)?.map((item) => item.trim()).filter(Boolean) ?? [];
const words = (text) => text.trim().split(/\s+/).filter(Boolean);
const firstWords = (text, count) => words(text).slice(0, count).join(" ").replace(/[.,;:!?]+$/, "");
const titled = (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

const SKILLS = ["Python", "Django", "PostgreSQL", "Redis", "Docker", "Kubernetes", "JavaScript", "TypeScript", "React", "Java", "C++", "SQL", "AWS", "Git", "Kafka", "Excel"];
const BANK = [
  "Walk me through the part of your work that comes closest to this job.",
  "Which mistake in production taught you most, and what did you change because of it?",
  "How do you find out where the time goes when a page loads slowly?",
  "A customer and your manager want opposite things by Friday. What do you do?",
  "How would you test a payment that must never be taken twice?",
  "What have you automated that used to be done by hand?",
  "Explain an index of a database to somebody from the sales department.",
  "When did you last read other people's code and learn something from it?",
  "How do you keep secrets such as passwords out of a repository?",
  "Which tool would you remove from your daily work, and why?",
  "How do you hand over a service to the people on call?",
  "What would you ask before you design a queue for ten million messages?",
];

const replies = {
  parse_resume({ resume_text: text }) {
    const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
    const name = words(lines[0] ?? "").map(titled);
    const phone = text.match(/\+?\d[\d ()-]{8,}\d/)?.[0] ?? "";
    const place = lines.slice(1, 6).map((line) => line.match(/^([A-Z][a-z]+), [A-Z]/)).find(Boolean);
    const linkedin = text.match(/linkedin\.com\/in\/[\w-]+/)?.[0];
    const github = text.match(/github\.com\/[\w-]+/)?.[0];
    return {
      first_name: name[0] ?? "",
      last_name: name.slice(1).join(" "),
      email: text.match(/[\w.+-]+@[\w-]+\.[\w.]+/)?.[0] ?? "",
      phone: phone.replace(/[^\d+]/g, ""),
      city: place?.[1] ?? "",
      years_of_experience: Number(text.match(/(\d+)\+? years/)?.[1] ?? NaN) || null,
      education: lines.filter((line) => /B\.?Tech|M\.?Tech|B\.?Sc|M\.?Sc|Bachelor|Master|MBA|PhD/.test(line)),
      skills: SKILLS.filter((skill) => text.toLowerCase().includes(skill.toLowerCase())),
      linkedin_url: linkedin ? `https://${linkedin}` : "",
      portfolio_url: github ? `https://${github}` : "",
      headline: lines[1] ?? "",
    };
  },

  match({ job, candidate }) {
    const text = `${candidate.resume_text} ${candidate.skills.join(" ")}`.toLowerCase();
    const matched = job.skills.filter((skill) => text.includes(skill.toLowerCase()));
    const missing = job.skills.filter((skill) => !matched.includes(skill));
    const share = job.skills.length ? (100 * matched.length) / job.skills.length : 60;
    const least = job.experience_years[0];
    const years = candidate.years_of_experience ?? Number(text.match(/(\d+)\+? years/)?.[1] ?? 0);
    const experience = least ? Math.min(100, (100 * years) / least) : 100;
    return {
      parts: [
        { key: "skills", score: Math.round(share), note: `${matched.length} of ${job.skills.length} skills are in the résumé.` },
        { key: "experience", score: Math.round(experience), note: `${years} years are stated.` },
        { key: "education", score: 80, note: "A degree is named." },
        { key: "achievements", score: 50, note: "Some results are named." },
        { key: "other", score: 60, note: "The work described is related." },
      ],
      matched,
      missing,
      explanation: `The résumé shows ${matched.join(", ") || "none of the skills"}; ${missing.join(", ") || "nothing"} is missing.`,
    };
  },

  plan({ competencies, count }) {
    const ranked = [...competencies].sort((left, right) => right.weight - left.weight);
    return {
      questions: BANK.slice(0, count).map((text, index) => {
        const competency = ranked[index % ranked.length];
        const points = competency.expected_points.length ? competency.expected_points : ["a real situation", "own action", "the result"];
        return { text, competency_id: competency.id, kind: ["technical", "behavioral", "problem_solving"][index % 3], expected_points: points };
      }),
    };
  },

  draft_text({ job, keywords }) {
    return { text: `As ${job.title} you work with us.\n${keywords.map((word) => `- ${word}`).join("\n")}` };
  },
  draft_rubric({ job }) {
    const anchors = ["Names nothing of it.", "Names terms only.", "Gives one example.", "Gives reasons from own work.", "Weighs alternatives by results."];
    return {
      competencies: [
        { name: `Craft of a ${job.title}`, description: "Does the work well.", weight: 50, dimension: "technical", anchors, expected_points: ["an own example", "a result"] },
        { name: "Finding causes", description: "Gets from symptom to cause.", weight: 30, dimension: "problem_solving", anchors, expected_points: ["reproduced the fault"] },
        { name: "Clear explanation", description: "Makes others understand.", weight: 20, dimension: "communication", anchors, expected_points: ["explains terms"] },
      ],
    };
  },

  follow_up({ answer }) {
    const said = sentences(answer).find((item) => /\d/.test(item)) ?? sentences(answer)[0] ?? "";
    const needed = words(said).length >= 3 && words(answer).length <= 80;
    const quote = firstWords(said, 12);
    return {
      needed,
      text: needed ? `You said “${quote}”. What exactly did you do there yourself, and how do you know that it worked?` : "",
      reason: needed ? "The candidate's own part and the proof were not clear." : "",
    };
  },

  assess({ competencies, turns }) {
    return {
      assessments: competencies.map((competency) => {
        const own = turns.filter((turn) => turn.competency === competency.id && words(turn.answer).length >= 8);
        const said = own.flatMap((turn) => sentences(turn.answer).filter((item) => words(item).length >= 4).map((text) => ({ turn_id: turn.id, text })));
        const level = own.length ? Math.min(5, 2 + Math.floor(said.length / 2)) : null;
        return {
          competency_id: competency.id,
          // The last one was never said: the product has to drop it.
          quotes: level ? [...said.slice(0, 3), { turn_id: own[0].id, text: "I have won every prize there is in this field." }] : [],
          missing: level ? competency.expected_points.slice(-1) : [],
          rationale: level ? "The quoted passages show own work with reasons." : "",
          anchor: level ? competency.anchors[String(level)] : "",
          level,
          certainty: level ? 0.8 : 0,
          not_assessed_reason: level ? "" : "There was not enough to assess.",
        };
      }),
    };
  },

  summarise({ job, competencies, assessments, questions_answered: answered, questions_asked: asked }) {
    const named = (id) => competencies.find((item) => item.id === id)?.name ?? id;
    const rated = assessments.filter((item) => item.level);
    return {
      summary: `Interview for ${job.title}: ${answered} of ${asked} questions were answered. ${rated.length} competencies could be assessed from what was said.`,
      strengths: rated.filter((item) => item.level >= 4).map((item) => `${named(item.id)}: concrete, with reasons.`),
      concerns: rated.filter((item) => item.level <= 2).map((item) => `${named(item.id)}: little was heard.`),
      suggestions: assessments.filter((item) => !item.level).map((item) => `Ask about ${named(item.id)} in person.`),
      key_terms: ["query plan", "index"],
      candidate_feedback: {
        opening: "Thank you for taking the time to talk about your work.",
        competencies: assessments.map((item) => ({
          competency_id: item.id,
          strength: item.level ? "You described what you did in your own words." : "There was little to go by here.",
          next_step: "Next time, add how you measured the result.",
        })),
        closing: "A person reads your answers and looks at more than this.",
      },
    };
  },
};

function reply(request) {
  const purpose = request.response_format.json_schema.name;
  const content = request.messages.at(-1).content;
  const text = typeof content === "string" ? content : content.map((part) => part.text ?? "").join("");
  const data = JSON.parse(text.slice(text.indexOf("<data>") + 6, text.lastIndexOf("</data>")));
  const answer = JSON.stringify(replies[purpose](data));
  return { content: answer, usage: { prompt_tokens: Math.ceil(text.length / 4), completion_tokens: Math.ceil(answer.length / 4) } };
}

const SPOKEN = "I start with explain analyze to read the query plan. Then I add an index that fits the filter and the order.";

function silence() {
  const [rate, samples] = [8000, 1600];
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write("RIFF", 0); wav.writeUInt32LE(36 + samples * 2, 4); wav.write("WAVEfmt ", 8); wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20); wav.writeUInt16LE(1, 22); wav.writeUInt32LE(rate, 24); wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32); wav.writeUInt16LE(16, 34); wav.write("data", 36); wav.writeUInt32LE(samples * 2, 40);
  return wav.toString("base64");
}

const server = new LLMock({ port, host: "127.0.0.1", strict: true });
server.on({ endpoint: "chat", userMessage: "<data>" }, reply);
server.onTranscription({
  transcription: {
    text: SPOKEN,
    language: "en",
    duration: 6,
    segments: sentences(SPOKEN).map((text, id) => ({ id, text, start: id * 3, end: id * 3 + 3 })),
  },
});
server.onSpeech(/[\s\S]*/, { audio: silence(), format: "wav" });
await server.start();
console.log(`ready on ${port}`);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
