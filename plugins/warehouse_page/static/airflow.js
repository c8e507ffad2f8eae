// The Airflow around this page: its theme and language, its runs, and ways into its views.

const ROOT = location.pathname.split("/rasad")[0];
const DAG = "nightly";

// The window that frames this page, if it is of the same site.
function frame() {
  try {
    return window.parent !== window && window.parent.document ? window.parent : null;
  } catch {
    return null;
  }
}

// Follow Airflow's theme now and whenever it changes; alone, follow the system's.
export function followTheme(changed) {
  const outer = frame()?.document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const stored = localStorage.getItem("theme");
    const isDark = outer ? outer.classList.contains("dark")
      : stored === "dark" || (stored !== "light" && system.matches);
    if (document.documentElement.classList.contains("dark") === isDark) return;
    document.documentElement.classList.toggle("dark", isDark);
    changed();
  };
  if (outer) new MutationObserver(apply).observe(outer, { attributes: true, attributeFilter: ["class"] });
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  apply();
}

export function languageOfAirflow() {
  return (localStorage.getItem("i18nextLng") || navigator.language || "en").toLowerCase();
}

// Airflow's frame lets nothing inside it open windows or leave: the link is followed by the window around it.
export function leave(event, href, isNew) {
  const outer = frame();
  if (!outer) return;
  event.preventDefault();
  const link = outer.document.createElement("a");
  link.href = href;
  if (isNew) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  link.click();
}

// Keep the address of the window around this page in step, so that it can be copied and reloaded.
export function tellAddress() {
  const outer = frame();
  if (!outer || !outer.location.pathname.includes("/plugin/rasad")) return;
  const base = outer.location.pathname.split("/plugin/rasad")[0];
  if (outer.location.pathname.startsWith(`${base}/plugin/rasad-day`)) return;
  outer.history.replaceState(outer.history.state, "", `${base}/plugin/rasad${ROOT}/rasad/${location.hash}`);
}

async function api(path) {
  const answer = await fetch(`${ROOT}/api/v2/${path}`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

// The runs that loaded a news day, newest first; none where the reader may not see them.
export async function runsOf(day) {
  const query = new URLSearchParams({ partition_key_prefix_pattern: day, order_by: "-run_after", limit: "5" });
  try {
    return (await api(`dags/${DAG}/dagRuns?${query}`)).dag_runs.map((run) => ({
      id: run.dag_run_id, state: run.state, href: `${ROOT}/dags/${DAG}/runs/${encodeURIComponent(run.dag_run_id)}`,
    }));
  } catch {
    return [];
  }
}

// The news day of a run: its partition key, else the day that it was asked for; null where it has none.
export async function dayOf(dag, run) {
  try {
    const found = await api(`dags/${encodeURIComponent(dag)}/dagRuns/${encodeURIComponent(run)}`);
    const day = found.partition_key ?? found.conf?.day;
    return /^\d{4}-\d{2}-\d{2}$/.test(day ?? "") ? day : null;
  } catch {
    return null;
  }
}
