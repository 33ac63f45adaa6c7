import { h } from "./dom.js";
import { brief, isNumber, isNumberText, parse, same } from "./json.js";
import { list, object, union } from "./containers.js";
import { media } from "./media.js";
import { completion } from "./references.js";

/**
 * A control shows one value. `write(undefined)` shows that nothing is sent, `read()` returns what is sent, and `fits(value)` tells
 * whether `read()` would return exactly what was written. `main` is the element of a control that has only one.
 */
const kinds = {
    text, longText, number, integer: number, boolean, choice, constant, json, list, object, union,
    url: media,
};

export function createControl(kind, spec, field) {
    return (kinds[kind] ?? json)(spec, field);
}

const placeholder = spec => spec.hasDefault && spec.default !== null ? brief(spec.default, 200)
    : spec.examples?.length ? `for example ${brief(spec.examples[0], 80)}` : "";

function text(spec, field) {
    let set = false;
    const suggestions = spec.examples?.filter(example => typeof example === "string") ?? [];
    const options = suggestions.length ? h("datalist", { id: `${field.id}-o` }, suggestions.map(value => h("option", { value }))) : null;
    const main = h("input", {
        type: "text", placeholder: placeholder(spec), autocomplete: "off", list: options?.id,
        oninput: () => { set = true; field.changed(); },
    });
    return {
        main, element: options ? h("div", {}, main, options) : main,
        fits: value => typeof value === "string" && !/[\r\n]/.test(value),
        write: value => { set = value !== undefined; main.value = value ?? ""; },
        read: () => set ? main.value : undefined,
    };
}

function longText(spec, field) {
    let set = false;
    const count = spec.maxLength == null ? null : h("span", { class: "count" });
    const show = () => {
        if (!count) return;
        // JSON Schema counts code points; an emoji is one character.
        const length = [...main.value].length;
        count.textContent = `${length} of ${spec.maxLength} characters`;
        count.classList.toggle("over", length > spec.maxLength);
    };
    const main = h("textarea", {
        rows: 3, placeholder: placeholder(spec), spellcheck: true,
        oninput: () => { set = true; show(); field.changed(); },
    });
    const references = spec.references?.length ? completion(main, spec, field) : null;
    return {
        main,
        element: h("div", {}, main,
            references || count ? h("div", { class: "under" }, references, h("span", { class: "gap" }), count) : null),
        // A text area turns every line break into \n.
        fits: value => typeof value === "string" && !value.includes("\r"),
        write: value => { set = value !== undefined; main.value = value ?? ""; show(); },
        read: () => set ? main.value : undefined,
    };
}

const toNumber = text => !isNumberText(text) ? text : String(Number(text)) === text ? Number(text) : parse(text);

function number(spec, field) {
    const range = bounds(spec);
    const show = value => {
        if (!slider) return;
        const shown = value ?? (spec.hasDefault ? spec.default : null);
        slider.value = shown === null ? (range.low + range.high) / 2 : JSON.stringify(shown);
        slider.classList.toggle("ghost", value === undefined);
    };
    const main = h("input", {
        type: "text", inputMode: spec.kind === "integer" ? "numeric" : "decimal", placeholder: placeholder(spec), autocomplete: "off",
        oninput: () => { show(control.read()); field.changed(); },
    });
    const slider = range ? h("input", {
        type: "range", min: range.low, max: range.high, step: range.step, "aria-label": `${field.label}, slider`,
        oninput: () => { main.value = slider.value; show(control.read()); field.changed(); },
    }) : null;
    const control = {
        main, element: h("div", { class: "number" }, slider, main),
        fits: isNumber,
        write: value => { main.value = value === undefined ? "" : JSON.stringify(value); show(value); },
        // Text that is not a number is sent as it is, so that the server says what is wrong with it.
        read: () => main.value.trim() === "" ? undefined : toNumber(main.value.trim()),
    };
    control.write(undefined);
    return control;
}

const double = value => value == null ? null : Number(JSON.stringify(value));

/** The range of a slider; null if a slider is of no use, because it has no two ends or too many positions. */
function bounds(spec) {
    const whole = spec.kind === "integer";
    const low = double(spec.minimum) ?? (spec.exclusiveMinimum == null ? null : double(spec.exclusiveMinimum) + (whole ? 1 : 0));
    const high = double(spec.maximum) ?? (spec.exclusiveMaximum == null ? null : double(spec.exclusiveMaximum) - (whole ? 1 : 0));
    if (low === null || high === null || low >= high) return null;
    const step = double(spec.multipleOf) ?? (whole ? 1 : 10 ** Math.floor(Math.log10((high - low) / 50)));
    return (high - low) / step > 1000 ? null : { low, high, step };
}

function boolean(spec, field) {
    return choice({ ...spec, choices: [{ value: true, label: "On" }, { value: false, label: "Off" }] }, field);
}

function choice(spec, field) {
    const choices = spec.choices ?? [];
    const short = choices.length <= 8 && choices.reduce((sum, { label }) => sum + label.length + 3, 0) <= 80;
    const isDefault = value => spec.hasDefault && same(value, spec.default);
    return (short ? segments : dropDown)(choices, isDefault, field);
}

/** Buttons side by side. They are radio buttons: the arrow keys move between them. */
export function segments(choices, isDefault, field) {
    const inputs = choices.map(() => h("input", { type: "radio", name: `${field.id}-r`, onchange: () => field.changed() }));
    const element = h("div", { class: "segments", role: "radiogroup" }, choices.map(({ value, label, description }, index) =>
        h("label", { class: isDefault(value) ? "segment default" : "segment", title: title(value, label, description) },
            inputs[index], h("span", {}, label))));
    return {
        element,
        fits: value => choices.some(other => same(other.value, value)),
        write: value => inputs.forEach((input, index) => input.checked = value !== undefined && same(choices[index].value, value)),
        read: () => choices[inputs.findIndex(input => input.checked)]?.value,
    };
}

export function dropDown(choices, isDefault, field) {
    const fallback = choices.find(({ value }) => isDefault(value));
    const main = h("select", { onchange: () => field.changed() },
        h("option", { value: "" }, fallback ? `Default: ${fallback.label}` : "Not sent"),
        choices.map(({ value, label, description }, index) =>
            h("option", { value: index, title: title(value, label, description) }, label)));
    return {
        main, element: main,
        fits: value => choices.some(other => same(other.value, value)),
        write: value => main.value = value === undefined ? "" : choices.findIndex(other => same(other.value, value)),
        read: () => main.value === "" ? undefined : choices[Number(main.value)].value,
    };
}

/** The value, if the readable name is another text. */
const title = (value, label, description) => description || (brief(value) === label ? null : brief(value));

function constant(spec, field) {
    const value = spec.default ?? spec.choices?.[0]?.value ?? null;
    const main = h("input", { type: "checkbox", onchange: () => field.changed() });
    return {
        main, element: h("div", { class: "check" }, main, h("code", {}, brief(JSON.stringify(value)))),
        fits: other => same(other, value),
        write: other => main.checked = other !== undefined,
        read: () => main.checked ? value : undefined,
    };
}

function json(spec, field) {
    let value;
    const message = h("p", { class: "violation", hidden: true });
    const main = h("textarea", {
        class: "code", rows: 2, spellcheck: false, placeholder: placeholder(spec) || "JSON",
        oninput: () => {
            try {
                value = main.value.trim() === "" ? undefined : parse(main.value);
                control.broken = false;
            } catch (error) {
                value = undefined;
                control.broken = true;
                message.textContent = `This is not JSON: ${error.message}`;
            }
            message.hidden = !control.broken;
            field.changed();
        },
    });
    const control = {
        main, element: h("div", {}, main, message), broken: false,
        fits: () => true,
        write: next => {
            value = next;
            control.broken = false;
            message.hidden = true;
            main.value = next === undefined ? "" : JSON.stringify(next, null, 2);
        },
        read: () => value,
    };
    return control;
}

/** The value that a new item of a list, or a newly chosen option, starts with. */
export function starter(spec) {
    if (spec.hasDefault && spec.default !== null) return spec.default;
    switch (spec.kind) {
        case "text": case "longText": case "url": return "";
        case "integer": case "number": return spec.minimum ?? 0;
        case "boolean": return false;
        case "choice": return spec.choices[0]?.value;
        case "constant": return spec.default ?? spec.choices?.[0]?.value ?? null;
        case "list": return [];
        case "union": return starter(spec.options[0]);
        case "object": return Object.fromEntries((spec.fields ?? [])
            .filter(child => child.required && child.kind === "constant").map(child => [child.name, starter(child)]));
        default: return null;
    }
}
