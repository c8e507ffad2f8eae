// Questions to the page's own routes, by the session that the browser has.

export class Failed extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function checked(answer) {
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => ({}));
  const detail = typeof told.detail === "string" ? told.detail : answer.statusText;
  throw new Failed(answer.status, detail || String(answer.status));
}

export async function ask(path, parameters = {}) {
  const chosen = Object.entries(parameters).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const query = new URLSearchParams(chosen).toString();
  const answer = await checked(await fetch(`api/${path}${query ? `?${query}` : ""}`));
  return answer.json();
}

export async function send(path, body) {
  return checked(await fetch(`api/${path}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  }));
}

let known = null;
// What the warehouse holds; asked once a visit.
export function state() {
  known ??= ask("state").catch((error) => { known = null; throw error; });
  return known;
}
