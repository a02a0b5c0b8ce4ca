<#ftl output_format="plainText">
${msg("apiKeysMailLeakBody")}

${msg("apiKeysMailName")}: ${apiKey.name}
${msg("apiKeysMailKey")}: ${apiKey.display}
${msg("apiKeysMailClient")}: ${apiKey.client}
${msg("apiKeysMailLeaked")}: ${apiKey.moment}

${msg("apiKeysMailLeakHint")}
<#if link??>

${msg("apiKeysMailLink")}: ${link}
</#if>
