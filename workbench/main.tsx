import "./style/tokens.css";
import "./style/ui.css";
import "./style/parts.css";
import "./style/inbox.css";
import "./style/reader.css";
import "./style/dossier.css";
import "./style/map.css";
import "./style/queue.css";
import "./style/export.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { KeyProvider } from "./keys.tsx";
import { router } from "./router.tsx";
import { applyTheme } from "./shell/theme.ts";

applyTheme();
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: false, refetchOnWindowFocus: false } },
});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <KeyProvider>
        <RouterProvider router={router} />
      </KeyProvider>
    </QueryClientProvider>
  </StrictMode>,
);
