/** The sign of the product for the tab of the browser: a sun. SVG. */
export const pageIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<circle cx="16" cy="16" r="16" fill="#9a3412"/>
<circle cx="16" cy="16" r="6" fill="#fff"/>
<path stroke="#fff" stroke-width="2.5" stroke-linecap="round" d="M16 4v3M16 25v3M4 16h3M25 16h3M7.5 7.5l2 2M22.5 22.5l2 2M7.5 24.5l2-2M22.5 9.5l2-2"/>
</svg>
`;
