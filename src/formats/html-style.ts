/** Calm, readable, printable; light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--line:#d6dade;--paper:#fff;--deny:#8a2c0d;--doubt:#6b5900}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a5adb5;--line:#3a4047;--paper:#16181b;--deny:#ffb59c;--doubt:#e5d28a}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Source Serif 4",Georgia,serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .25rem}
.note,small,.via,.url{color:var(--soft)}
small{display:block;font-weight:400;font-size:.8rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-family:"Source Sans 3",system-ui,sans-serif;font-size:.92rem}
th,td{border-top:1px solid var(--line);padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top;min-width:8rem}
thead th{border-top:0}
.denies{color:var(--deny)}.doubts{color:var(--doubt)}
em{font-style:normal;font-variant:small-caps}
sup a{color:var(--soft);text-decoration:none;padding:0 .1em}
blockquote{margin:.25rem 0 1rem;padding-left:.75rem;border-left:3px solid var(--line);color:var(--soft)}
.claims p{margin:0}
summary{cursor:pointer;margin-top:1rem}
@media print{details{display:block}details>*{display:block}}
`;
