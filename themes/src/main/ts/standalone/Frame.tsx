import {
    Button,
    Masthead,
    MastheadBrand,
    MastheadContent,
    MastheadMain,
    Page,
    Toolbar,
    ToolbarContent,
    ToolbarGroup,
    ToolbarItem,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { type Messages, translate } from "../i18n/messages";
import type { Login } from "./login";

interface FrameProps {
    readonly realm: string;
    readonly messages: Messages;
    /** Null before somebody has logged in. */
    readonly login: Login | null;
    readonly children: ReactNode;
}

/** What stands around the pages: whose keys they are about, who is at work, and the way out. */
export function Frame({ realm, messages, login, children }: FrameProps) {
    return (
        <Page
            header={
                <Masthead>
                    <MastheadMain>
                        <MastheadBrand component="span">{realm}</MastheadBrand>
                    </MastheadMain>
                    {login && (
                        <MastheadContent>
                            <Toolbar isFullHeight isStatic>
                                <ToolbarContent>
                                    <ToolbarGroup align={{ default: "alignRight" }}>
                                        <ToolbarItem alignSelf="center" data-testid="api-keys-username">
                                            {login.username}
                                        </ToolbarItem>
                                        <ToolbarItem>
                                            <Button
                                                variant="link"
                                                data-testid="api-keys-log-out"
                                                onClick={() => login.logOut()}
                                            >
                                                {translate(messages, "apiKeysLogOut")}
                                            </Button>
                                        </ToolbarItem>
                                    </ToolbarGroup>
                                </ToolbarContent>
                            </Toolbar>
                        </MastheadContent>
                    )}
                </Masthead>
            }
        >
            {children}
        </Page>
    );
}
