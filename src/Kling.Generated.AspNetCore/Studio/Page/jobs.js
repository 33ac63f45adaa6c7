import { getJobs, watchJobs } from "./api.js";

/** All jobs that the server knows, kept up to date by its events. */
export class Jobs {
    #jobs = new Map();
    #changed;

    constructor(changed) {
        this.#changed = changed;
    }

    start(connected) {
        const load = async () => {
            try {
                for (const job of await getJobs()) this.#keep(job);
                this.#changed(this.list());
                connected(true);
            } catch {
                connected(false);
            }
        };
        load();
        watchJobs(load, job => this.add(job), () => connected(false));
    }

    add(job) {
        this.#keep(job);
        this.#changed(this.list());
    }

    list() {
        return [...this.#jobs.values()].sort((left, right) => right.createdAt.localeCompare(left.createdAt));
    }

    /** The list may be older than an event that arrived before it. */
    #keep(job) {
        const known = this.#jobs.get(job.id);
        if (!known || known.changedAt <= job.changedAt) this.#jobs.set(job.id, job);
    }
}

const minutes = seconds => {
    const whole = Math.max(0, Math.round(seconds));
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")} min`;
};

/** How far a running job is, by the time that such jobs usually take. `part` is of the longest usual time. */
export function progress(job, now) {
    const elapsed = job.submittedAt ? (now - Date.parse(job.submittedAt)) / 1000 : null;
    if (elapsed === null) return { part: null, text: job.state === "enqueued" ? "waits to be submitted" : "is being submitted" };
    if (!job.seconds) return { part: null, text: `${minutes(elapsed)} so far` };
    const { expected, low, high } = job.seconds;
    const usual = low === high ? `usually ${minutes(expected)}` : `usually ${minutes(low)} to ${minutes(high)}`;
    const text = elapsed > high ? `${minutes(elapsed)}, longer than usual (${minutes(low)} to ${minutes(high)})`
        : elapsed > expected ? `${minutes(elapsed)}, should end soon (${usual})`
        : `about ${minutes(expected - elapsed)} left (${usual})`;
    return { part: Math.min(0.99, elapsed / high), expected: expected / high, low: low / high, text };
}

/** How long a job took, and how long ago it began. */
export function times(job, now) {
    const took = job.submittedAt && job.ended ? minutes((Date.parse(job.changedAt) - Date.parse(job.submittedAt)) / 1000) : null;
    const ago = (now - Date.parse(job.createdAt)) / 1000;
    const since = ago < 60 ? "just now" : ago < 3600 ? `${Math.floor(ago / 60)} min ago` : ago < 86400 ? `${Math.floor(ago / 3600)} h ago`
        : job.createdAt.slice(0, 10);
    return { took, since };
}

/** What a job probably costs, and the range if that is not certain. */
export function price(cost) {
    if (!cost) return { amount: null, range: null };
    const range = cost.lowest === null || cost.lowest === cost.highest ? null : `${dollars(cost.lowest)} to ${dollars(cost.highest)}`;
    return { amount: dollars(cost.expected) ?? range ?? cost.text, range: cost.expected === null ? null : range };
}

export const dollars = cost => cost === null || cost === undefined ? null : `$${cost < 0.1 ? cost.toFixed(3) : cost.toFixed(2)}`;
