// Not a module: it runs before the first paint, so that a dark page is never light for a moment.
{
    const themes = ["system", "light", "dark"];
    const root = document.documentElement;
    const read = () => {
        try {
            return themes.find(theme => theme === localStorage.getItem("kling-studio-theme")) ?? "system";
        } catch {
            return "system"; // Storage may be forbidden.
        }
    };
    root.dataset.theme = read();
    addEventListener("DOMContentLoaded", () => {
        const button = document.querySelector("[data-testid=theme]");
        const show = () => {
            button.querySelector("span").textContent = root.dataset.theme;
            button.setAttribute("aria-label", `Theme: ${root.dataset.theme}. Change it.`);
        };
        button.addEventListener("click", () => {
            root.dataset.theme = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
            try {
                localStorage.setItem("kling-studio-theme", root.dataset.theme);
            } catch {
                // The theme then lasts until the page is closed.
            }
            show();
        });
        show();
    });
}
