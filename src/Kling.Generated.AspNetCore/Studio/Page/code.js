import { h, icon, announce } from "./dom.js";

const tabs = [["json", "JSON"], ["csharp", "C#"], ["command", "kling"], ["curl", "curl"]];

/** The request as JSON, as C# code, as a command line and for curl, each with a button that copies it. */
export function codeTabs(element) {
    let texts = { json: "", csharp: { initializer: "", builder: "" }, command: "", curl: "" };
    let selected = "json";
    let style = "initializer";
    const code = h("code", {});
    const panel = h("pre", { tabIndex: 0, role: "tabpanel", id: "code-panel", "data-testid": "code" }, code);
    const text = () => selected === "csharp" ? texts.csharp[style] : texts[selected];
    const buttons = tabs.map(([name, label]) => h("button", {
        type: "button", role: "tab", id: `tab-${name}`, "data-testid": `tab-${name}`, "aria-controls": "code-panel",
        onclick: () => select(name),
        onkeydown: event => {
            const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (!by) return;
            const next = (tabs.findIndex(([other]) => other === name) + by + tabs.length) % tabs.length;
            select(tabs[next][0]);
            buttons[next].focus();
        },
    }, label));
    const styles = h("select", { "aria-label": "Style of the C# code", onchange: () => { style = styles.value; show(); } },
        h("option", { value: "initializer" }, "initializer"), h("option", { value: "builder" }, "builder"));
    const label = h("span", {}, "Copy");
    const copy = h("button", { type: "button", "data-testid": "copy", onclick: () => copyText() }, icon("copy"), label);
    const copyText = async () => {
        try {
            await navigator.clipboard.writeText(text());
            label.textContent = "Copied";
            announce("Copied.");
            setTimeout(() => label.textContent = "Copy", 1500);
        } catch {
            // Without permission, the text is selected, so that the user can copy it.
            getSelection().selectAllChildren(code);
            announce("The text is selected. Copy it with the keyboard.");
        }
    };
    const select = name => {
        selected = name;
        show();
    };
    const show = () => {
        tabs.forEach(([name], index) => {
            buttons[index].setAttribute("aria-selected", String(name === selected));
            buttons[index].tabIndex = name === selected ? 0 : -1;
        });
        panel.setAttribute("aria-labelledby", `tab-${selected}`);
        styles.hidden = selected !== "csharp";
        code.replaceChildren(...colored(text() || "# Shown when the request is valid."));
    };
    element.replaceChildren(
        h("div", { class: "tabs" },
            h("div", { role: "tablist", "aria-label": "The request as code" }, buttons), h("span", { class: "gap" }), styles, copy),
        panel);
    show();
    return result => {
        texts = result;
        show();
    };
}

const token = /("(?:[^"\\\n]|\\.)*"|'[^']*')|\b(true|false|null|new|var|using|await|return)\b|(\b\d+(?:\.\d+)?\b)/g;

/** Strings, numbers and words in colors; enough to read code, in any of the four languages. */
function* colored(text) {
    let end = 0;
    for (const match of text.matchAll(token)) {
        if (match.index > end) yield text.slice(end, match.index);
        yield h("span", { class: match[1] ? "t-text" : match[2] ? "t-word" : "t-number" }, match[0]);
        end = match.index + match[0].length;
    }
    yield text.slice(end);
}
