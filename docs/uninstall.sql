-- Takes API keys out of Keycloak's database for good: docs/compatibility.md says what to do before and after.
-- Run it while Keycloak is stopped. Every key is gone after that.

DROP TABLE API_KEY_NOTICE;
DROP TABLE API_KEY_MAIL;
DROP TABLE API_KEY_REPORT;
DROP TABLE API_KEY_USAGE;
DROP TABLE API_KEY_LAST_USED;
DROP TABLE API_KEY_LAST_OUTCOME;
DROP TABLE API_KEY_SCOPE;
DROP TABLE API_KEY_SECRET;
DROP TABLE API_KEY;

-- Liquibase's list of what it has done for the tables above, and for nothing else
DROP TABLE DATABASECHANGELOG_API_KEYS;

-- settings in tables of Keycloak's own
DELETE FROM REALM_ATTRIBUTE WHERE NAME LIKE 'api-keys.%';
DELETE FROM CLIENT_ATTRIBUTES WHERE NAME LIKE 'api-keys.%';
DELETE FROM CLIENT_SCOPE_ATTRIBUTES WHERE NAME LIKE 'api-keys.%';
UPDATE REALM SET ADMIN_THEME = NULL WHERE ADMIN_THEME = 'api-keys';
UPDATE REALM SET ACCOUNT_THEME = NULL WHERE ACCOUNT_THEME = 'api-keys';

-- clients whose only method was a key go by their client secret again
UPDATE CLIENT SET CLIENT_AUTHENTICATOR_TYPE = 'client-secret' WHERE CLIENT_AUTHENTICATOR_TYPE = 'client-api-key';
