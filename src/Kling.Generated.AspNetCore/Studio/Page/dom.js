/**
 * Creates an element. Text only ever becomes a text node, so markup in a schema or in a server's message stays text.
 * A property that the element has is assigned; any other, and each with a hyphen, becomes an attribute. `on…` adds a listener.
 */
export function h(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
        if (value === undefined || value === null || value === "" && name === "class") continue;
        if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
        else if (name === "class") element.className = value;
        else if (!name.includes("-") && name in element && name !== "list") element[name] = value;
        else element.setAttribute(name, value);
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
    return element;
}

const shapes = {
    up: "M4 10l4-4 4 4", down: "M4 6l4 4 4-4", close: "M4 4l8 8M12 4l-8 8", add: "M8 3v10M3 8h10",
    play: "M5 3l8 5-8 5z", pause: "M5 3v10M11 3v10", copy: "M6 5h7v8H6zM10 5V3H3v8h3", file: "M8 11V3M5 6l3-3 3 3M3 13h10",
    download: "M8 3v8M5 8l3 3 3-3M3 13h10", again: "M12.5 8a4.5 4.5 0 1 1-1.3-3.2M12.5 2.5v3h-3", use: "M3 8h9M8 4l4 4-4 4",
    edit: "M3 13l1-3 7-7 2 2-7 7z", theme: "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12", menu: "M3 4h10M3 8h10M3 12h10",
};

export function icon(name) {
    const namespace = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(namespace, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", shapes[name]);
    svg.append(path);
    return svg;
}

/** A button with an icon; without text, its label is only read aloud and shown as a tooltip. */
export function button(shape, label, onclick, { text = false, ...properties } = {}) {
    const name = text ? {} : { "aria-label": label, title: label };
    return h("button", { type: "button", class: text ? "" : "bare", onclick, ...name, ...properties }, shape && icon(shape), text && label);
}

/** The one element for messages that a screen reader reads aloud without a change of focus. */
export function announce(text) {
    document.getElementById("live").textContent = text;
}
