<#ftl output_format="plainText">
${msg("apiKeysMailExpiryBody")}

${msg("apiKeysMailName")}: ${apiKey.name}
${msg("apiKeysMailKey")}: ${apiKey.display}
${msg("apiKeysMailClient")}: ${apiKey.client}
${msg("apiKeysMailExpires")}: ${apiKey.moment}

${msg("apiKeysMailExpiryHint")}
<#if link??>

${msg("apiKeysMailLink")}: ${link}
</#if>
