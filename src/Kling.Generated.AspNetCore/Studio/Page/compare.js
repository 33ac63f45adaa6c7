import { h, button, icon } from "./dom.js";
import { brief, same } from "./json.js";
import { dollars, times } from "./jobs.js";
import { media } from "./gallery.js";

/** Shows results side by side. Their videos play, pause and seek together; parameters that differ are marked. */
export function compare(jobs) {
    const shown = jobs.map(job => ({ job, element: media(job.outputs[0], job) }));
    const videos = shown.map(({ element }) => element).filter(element => element.tagName === "VIDEO");
    const dialog = h("dialog", { class: "compare", "aria-labelledby": "compare-title", onclose: () => dialog.remove() },
        h("div", { class: "head" }, h("h2", { id: "compare-title" }, `Compare ${jobs.length} results`), h("span", { class: "gap" }),
            button("close", "Close", () => dialog.close())),
        videos.length ? controls(videos) : null,
        h("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Results and their parameters" }, table(shown)));
    document.body.append(dialog);
    dialog.showModal();
}

function controls(videos) {
    const length = () => Math.max(0, ...videos.map(video => video.duration || 0));
    const play = h("button", { type: "button", class: "primary", onclick: () => toggle() });
    const position = h("input", {
        type: "range", min: 0, max: 0, step: 0.01, value: 0, "aria-label": "Position in all videos",
        oninput: () => { for (const video of videos) video.currentTime = Math.min(Number(position.value), video.duration || 0); },
    });
    const time = h("span", { class: "count" });
    const toggle = () => {
        if (playing()) for (const video of videos) video.pause();
        else {
            // A short video that has ended starts again only together with the longest.
            const start = position.value >= length() - 0.05 ? 0 : Number(position.value);
            for (const video of videos) {
                video.currentTime = Math.min(start, video.duration || 0);
                if (start < video.duration) video.play();
            }
        }
    };
    const playing = () => videos.some(video => !video.paused && !video.ended);
    const show = event => {
        const longest = videos.reduce((best, video) => (video.duration || 0) > (best.duration || 0) ? video : best);
        position.max = length();
        position.value = longest.currentTime;
        time.textContent = `${longest.currentTime.toFixed(1)} of ${length().toFixed(1)} s`;
        play.replaceChildren(icon(playing() ? "pause" : "play"), playing() ? "Pause all" : "Play all");
        // Videos that were started together still drift apart. The longest one leads.
        if (event?.type !== "timeupdate" || event.target !== longest) return;
        for (const video of videos) {
            const apart = Math.abs(video.currentTime - longest.currentTime);
            if (!video.paused && !video.seeking && apart > 0.2) video.currentTime = longest.currentTime;
        }
    };
    for (const [index, video] of videos.entries()) {
        video.controls = false;
        video.loop = false;
        video.muted = index > 0; // One sound at a time.
        for (const name of ["play", "pause", "ended", "timeupdate", "loadedmetadata", "seeked"]) video.addEventListener(name, show);
    }
    show();
    return h("div", { class: "transport" }, play, position, time);
}

function table(shown) {
    const jobs = shown.map(({ job }) => job);
    const names = [...new Set(jobs.flatMap(job => Object.keys(job.request ?? {})))];
    const now = Date.now();
    const row = (name, values, differs) => h("tr", { class: differs ? "differs" : "" },
        h("th", { scope: "row" }, name, differs ? h("span", { class: "badge" }, "differs") : null),
        values.map(value => h("td", {}, value)));
    const parameter = name => {
        const values = jobs.map(job => Object.hasOwn(job.request ?? {}, name) ? job.request[name] : undefined);
        const texts = values.map(value => value === undefined ? "not sent" : brief(value, 300));
        return row(name, texts, !values.every(value => same(value, values[0])));
    };
    const fact = (name, values) => row(name, values, new Set(values).size > 1);
    return h("table", {},
        h("thead", {}, h("tr", {}, h("td", {}),
            shown.map(({ job, element }) => h("th", { scope: "col" }, element, h("div", {}, job.title))))),
        h("tbody", {}, fact("model", jobs.map(job => job.slug)), names.map(parameter),
            fact("cost", jobs.map(job => dollars(job.cost) ?? "unknown")),
            fact("time", jobs.map(job => times(job, now).took ?? "unknown"))));
}
