import { TextContent } from "@patternfly/react-core";
import type { ReactNode } from "react";
import ReactMarkdown from "react-markdown";
import { webAddress } from "./links";

/** No images, which would be loaded from anywhere, and no headings, which would mix with ours. */
const ALLOWED = ["p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "br", "a"];

const LONGEST = 5_000;

/**
 * What a document says in CommonMark. HTML in it is not even read, the text of everything else that is not allowed stays as
 * text, and links lead to web addresses only.
 */
export function Markdown({ text }: { readonly text: string | undefined }) {
    return text === undefined ? null : (
        <TextContent className="pf-v5-u-mb-md">
            <ReactMarkdown
                skipHtml
                allowedElements={ALLOWED}
                unwrapDisallowed
                urlTransform={webAddress}
                components={{ a: Link }}
            >
                {text.slice(0, LONGEST)}
            </ReactMarkdown>
        </TextContent>
    );
}

function Link({ href, children }: { readonly href?: string | undefined; readonly children?: ReactNode }) {
    return href === undefined ? (
        <>{children}</>
    ) : (
        <a href={href} target="_blank" rel="noopener noreferrer">
            {children}
        </a>
    );
}
