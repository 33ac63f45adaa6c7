import { h, button } from "./dom.js";
import { getModel, upload } from "./api.js";
import { media } from "./gallery.js";
import { remember } from "./media.js";

/**
 * Asks where to use an output: the last frame of a video, or the file itself, in a URL parameter of any model. The file is uploaded,
 * because the model's server cannot read it from this page. Calls `use(slug, parameter, url)`.
 */
export function reuse(job, models, current, session, use) {
    const output = job.outputs[0];
    const preview = media(output, job);
    preview.muted = true;
    const fields = h("div", { class: "choices" });
    const message = h("p", { class: "violation", role: "status", hidden: true });
    const choice = h("select", { id: "reuse-model", onchange: () => show(choice.value) },
        models.filter(model => !model.retired || model.slug === current).map(model =>
            h("option", { value: model.slug, selected: model.slug === current }, model.title)));
    const close = () => {
        dialog.close();
        dialog.remove();
    };
    const dialog = h("dialog", { class: "ask", "aria-labelledby": "reuse-title", onclose: () => dialog.remove() },
        h("h2", { id: "reuse-title" }, output.kind === "video" ? "Use the last frame or the video" : "Use this output"),
        preview, h("label", { htmlFor: "reuse-model" }, "Model"), choice, fields, message,
        h("div", { class: "actions" }, button(null, "Cancel", close, { text: true })));
    const fail = text => {
        message.hidden = false;
        message.textContent = text;
    };
    const show = async slug => {
        message.hidden = true;
        fields.replaceChildren();
        try {
            const targets = (await getModel(slug)).form.flatMap(field => target(field, output.kind));
            if (slug !== choice.value) return;
            fields.replaceChildren(...targets.map(({ field, frame }) =>
                button("use", frame ? `Last frame as ${field.label}` : `As ${field.label}`, () => take(slug, field, frame),
                    { text: true, disabled: !session.uploads })));
            if (!targets.length) fail(`This model takes no ${output.kind === "video" ? "image or video" : output.kind}.`);
            else if (!session.uploads) fail(session.reason ?? "This server takes no files.");
        } catch (error) {
            fail(error.message);
        }
    };
    const take = async (slug, field, frame) => {
        try {
            const file = frame ? await lastFrame(preview) : await (await fetch(output.href)).blob();
            const name = frame ? output.name.replace(/(\.\w+)?$/, "-last.png") : output.name;
            const named = new File([file], name, { type: file.type });
            const url = await upload(named, name);
            remember(url, named);
            close();
            use(slug, field.name, url);
        } catch (error) {
            fail(error.message);
        }
    };
    document.body.append(dialog);
    dialog.showModal();
    show(choice.value);
}

/** Whether a parameter, or a list of URLs, takes the output or a frame of it. */
function target(field, kind) {
    const media = field.kind === "url" ? field.media : field.kind === "list" && field.items?.kind === "url" ? field.items.media : undefined;
    if (media === undefined) return [];
    if (media === kind || media === null) return [{ field, frame: false }];
    return media === "image" && kind === "video" ? [{ field, frame: true }] : [];
}

/** The last frame of a video as a PNG file. */
async function lastFrame(video) {
    if (video.readyState < HTMLMediaElement.HAVE_METADATA) await event(video, "loadedmetadata");
    video.pause();
    // The end itself shows no frame in some browsers.
    video.currentTime = Math.max(0, video.duration - 0.04);
    await event(video, "seeked");
    const canvas = h("canvas", { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext("2d").drawImage(video, 0, 0);
    return new Promise((resolve, reject) =>
        canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error("The browser could not read the frame.")), "image/png"));
}

const event = (video, name) => new Promise((resolve, reject) => {
    video.addEventListener(name, resolve, { once: true });
    video.addEventListener("error", () => reject(new Error("The browser cannot play this video.")), { once: true });
});
