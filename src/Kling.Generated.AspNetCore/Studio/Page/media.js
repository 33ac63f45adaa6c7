import { h, button } from "./dom.js";
import { upload } from "./api.js";

/** The local files behind uploaded URLs, so that a form that is filled again shows them. A URL that was typed is never loaded. */
const previews = new Map();

export const remember = (url, file) => previews.set(url, { file, source: URL.createObjectURL(file) });

const size = bytes => bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

const noun = { image: ["an", "image"], video: ["a", "video"], audio: ["an", "audio file"] };

/** A text field for a URL that also takes a file. */
export function media(spec, field) {
    let set = false;
    const [article, kind] = noun[spec.media] ?? ["a", "file"];
    const preview = h("div", { class: "preview", hidden: true });
    const message = h("p", { class: "violation", hidden: true });
    const status = h("p", { class: "hint", role: "status", hidden: true });
    const main = h("input", {
        type: "text", inputMode: "url", autocomplete: "off", spellcheck: false, placeholder: `https://…  or drop ${article} ${kind} here`,
        oninput: () => { set = main.value !== ""; show(); field.changed(); },
    });
    const picker = h("input", {
        type: "file", hidden: true, accept: spec.media ? `${spec.media}/*` : null,
        onchange: () => { if (picker.files[0]) take(picker.files[0]); picker.value = ""; },
    });
    const pick = button("file", `Upload ${kind}`, () => picker.click(), { text: true, "aria-label": `Upload ${kind} for ${field.label}` });
    if (!field.form.session.uploads) {
        pick.disabled = true;
        pick.title = field.form.session.reason ?? "This server takes no files.";
    }
    const take = async file => {
        if (pick.disabled) return;
        message.hidden = true;
        status.hidden = false;
        status.textContent = `Uploading ${file.name} (${size(file.size)}) …`;
        try {
            const url = await upload(file, file.name);
            remember(url, file);
            field.write(url, true);
        } catch (error) {
            message.textContent = `The file was not uploaded. ${error.message}`;
            message.hidden = false;
        }
        status.hidden = true;
    };
    const show = () => {
        const known = set ? previews.get(main.value) : null;
        preview.hidden = !known;
        preview.replaceChildren(...(known ? describe(known) : []));
    };
    const element = h("div", { class: "url" }, h("div", { class: "row" }, main, pick, picker), status, message, preview);
    dropTarget(element, files => take(files[0]));
    return {
        main, element, take,
        fits: value => typeof value === "string" && !/[\r\n]/.test(value),
        write: value => { set = value !== undefined; main.value = value ?? ""; show(); },
        read: () => set ? main.value : undefined,
    };
}

/** A picture of a local file, with what the schema's limits are about: its dimensions, its length and its size. */
function describe({ file, source }) {
    const facts = h("span", {}, `${file.name ?? "file"} · ${size(file.size)}`);
    const tell = (...more) => facts.textContent += ` · ${more.join(" · ")}`;
    if (file.type.startsWith("image/")) {
        const image = h("img", { src: source, alt: "", onload: () => tell(`${image.naturalWidth} × ${image.naturalHeight} pixels`) });
        return [image, facts];
    }
    if (file.type.startsWith("video/")) {
        const video = h("video", {
            src: source, muted: true, controls: true, preload: "metadata", playsInline: true,
            onloadedmetadata: () => tell(`${video.videoWidth} × ${video.videoHeight} pixels`, `${video.duration.toFixed(1)} s`),
        });
        return [video, facts];
    }
    if (file.type.startsWith("audio/")) {
        const audio = h("audio", { src: source, controls: true, onloadedmetadata: () => tell(`${audio.duration.toFixed(1)} s`) });
        return [audio, facts];
    }
    return [facts];
}

/** Lets the user drop files on an element. */
export function dropTarget(element, take) {
    const hasFiles = event => [...event.dataTransfer?.types ?? []].includes("Files");
    element.addEventListener("dragover", event => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        element.classList.add("drop");
    });
    element.addEventListener("dragleave", () => element.classList.remove("drop"));
    element.addEventListener("drop", event => {
        element.classList.remove("drop");
        if (!hasFiles(event) || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        take([...event.dataTransfer.files]);
    });
}
